/** Spanish: what is refused at work on cases, at the bench, at the counter and on the phone. */
import { placeFor, wordFor, type Refusals } from '../refusals.ts';
import { desk } from './desk.ts';
import { ofTheShop } from './refusals-shop.ts';
import { workflow } from './workflow.ts';

const place = (name: string) => placeFor(workflow, name);
const works = (name: string) => wordFor(desk.inspection.functionals, name);

export const refusals: Refusals = {
  ...ofTheShop,

  // Cases and their moves
  case_not_found: 'Este caso no existe.',
  item_not_in_case: 'Este aparato no pertenece a este caso.',
  item_not_found: 'Este aparato no existe.',
  stale_case: 'Otra persona ha cambiado este caso mientras tanto.',
  stale_item: {
    '{} has moved on meanwhile: it is now in {}.': (item, at) =>
      `${item} ha avanzado mientras tanto: ahora está en ${place(at)}.`,
    '{} has moved on meanwhile: look at it again.': (item) =>
      `${item} ha avanzado mientras tanto: mírelo de nuevo.`,
    'It has moved on meanwhile: look again.': 'Esto ha avanzado mientras tanto: mire de nuevo.',
  },
  move_not_yours: {
    'A {} cannot make the move “{}”.': (who, move) =>
      `El paso «${wordFor(workflow.moves, move)}» no es posible para: ${wordFor(workflow.actors, who)}.`,
  },
  move_not_from_here: {
    '“{}” is not possible from {}.': (move, at) =>
      `«${wordFor(workflow.moves, move)}» no es posible desde ${place(at)}.`,
  },
  nothing_to_resume: 'Ninguna espera recuerda de dónde venía este aparato.',
  no_items: {
    'Choose at least one device.': 'Elija al menos un aparato.',
    'Add at least one device.': 'Añada al menos un aparato.',
    'Answer for at least one device.': 'Responda al menos por un aparato.',
    'Choose the devices that go back.': 'Elija los aparatos que se devuelven.',
  },
  too_many_items: {
    'At most {} items at once.': (n) => `Como máximo ${n} aparatos a la vez.`,
    'At most {} devices fit in one offer.': (n) => `En una oferta caben como máximo ${n} aparatos.`,
  },
  reason_missing: {
    'Give a reason.': 'Indique un motivo.',
    'Say why it is rejected.': 'Diga por qué se rechaza.',
    'Say why we do not take this device.': 'Diga por qué no aceptamos este aparato.',
    'Say why the payout failed.': 'Diga por qué falló el pago.',
    'Say in a sentence what you see differently.': 'Diga en una frase qué se ve de otro modo.',
    'Say why: in a column “reason”, or once for all rows.':
      'Diga por qué: en una columna «reason», o una vez para todas las filas.',
  },
  contact_missing: 'Faltan el nombre y el correo del cliente.',
  address_missing: {
    'The customer’s postal address is missing.': 'Falta la dirección postal del cliente.',
    'The customer has not given an address yet; the label needs one.':
      'El cliente aún no ha dado una dirección; la etiqueta la necesita.',
  },
  visit_missing: 'Elija primero una tienda y un día para la visita.',
  payout_method_missing: 'Aún no sabemos cómo quiere cobrar el cliente.',
  price_missing: {
    'The row has no price.': 'La fila no tiene precio.',
    'There is no price yet: make a manual quote first.': 'Aún no hay precio: ponga primero uno a mano.',
    'There is no price for {} yet: make a manual quote first.': (item) =>
      `Aún no hay precio para ${item}: ponga primero uno a mano.`,
  },
  quote_expired: 'El precio ha caducado o aún no existe; haga primero uno nuevo.',
  identity_missing: {
    'Record the IMEI or serial number first.': 'Anote primero el IMEI o el número de serie.',
    'Enter an IMEI or a serial number.': 'Escriba un IMEI o un número de serie.',
  },
  device_in_another_case: 'Este aparato está en otro caso abierto; póngalo en espera y averigüe por qué.',
  device_blocked: 'Este aparato está en la lista de bloqueo; póngalo en espera y anote lo que se encontró.',
  inspection_incomplete: 'Termine primero la inspección.',
  grade_missing: {
    'Give a cosmetic and a functional grade first.': 'Valore primero el aspecto y el funcionamiento.',
    'Give a cosmetic grade, A to E.': 'Valore el aspecto, de A a E.',
    'Say whether it works.': 'Diga si el aparato funciona.',
  },
  hold_open: 'Quite primero todas las esperas abiertas.',
  legal_hold: 'Una espera impide que este aparato salga de aquí: ni se paga ni se devuelve.',
  payout_submitted: {
    'The payout is already on its way, so this can no longer be stopped.':
      'El pago ya está en camino; ya no se puede detener.',
    'A payout is on its way; change the details when it has ended.':
      'Hay un pago en camino; cambie los datos cuando haya terminado.',
  },
  payout_not_paid: 'El pago aún no consta como pagado.',
  no_withdrawal: 'El cliente no se ha retirado.',
  withdrawal_noted: 'La retirada ya está anotada; se hará sola cuando llegue el aparato.',
  siblings_open: 'Otro aparato de este caso aún no está listo para el pago.',
  disputed_before: 'Este aparato ya se inspeccionó una segunda vez; dos personas encontraron lo mismo.',
  silence_otherwise: 'En este caso, el silencio significa otra cosa.',
  still_here: 'Anote primero cómo salió de aquí el aparato: una firma, o un paquete con su número.',
  note_empty: 'Escriba algo primero.',
  note_too_long: 'Una nota tiene como máximo 10 000 caracteres.',
  view_name_taken: 'Ya tiene una vista con ese nombre.',
  view_not_found: 'Esta vista no existe.',
  view_not_yours: 'Solo quien guardó una vista puede cambiarla.',
  stale_view: 'Esta vista ha cambiado mientras tanto.',

  // Files and photos
  file_not_found: 'Este archivo no existe.',
  file_missing: 'Elija un archivo.',
  file_lost: 'El almacén ya no tiene este archivo.',
  file_cut_off: 'El archivo no llegó completo: envíelo de nuevo.',
  file_too_large: {
    'A file may have at most {} MB.': (n) => `Un archivo puede tener como máximo ${n} MB.`,
    'A list may have at most 20 MB.': 'Una lista puede tener como máximo 20 MB.',
    'A list may have at most 5 MB.': 'Una lista puede tener como máximo 5 MB.',
  },
  file_empty: 'Este archivo está vacío.',
  file_type_refused: {
    'Send a photo: JPEG, PNG or WebP.': 'Envíe una foto: JPEG, PNG o WebP.',
    'Send a photo (JPEG, PNG, WebP) or a PDF.': 'Envíe una foto (JPEG, PNG, WebP) o un PDF.',
  },
  file_type_mismatch: 'Este archivo es de otro tipo del que dice su nombre.',
  file_unreadable: {
    'This PDF is cut off: send it again.': 'Este PDF está incompleto: envíelo de nuevo.',
    'This picture cannot be opened: it is damaged, or of a kind we cannot read.':
      'Esta imagen no se puede abrir: está dañada, o es de un tipo que no podemos leer.',
  },
  heic_unreadable:
    'Esta foto está en el formato HEIC de Apple, que no podemos abrir. En el iPhone elija Ajustes › Cámara › Formatos › El más compatible y hágala de nuevo, o envíela como JPEG.',
  picture_too_large: {
    'A picture may have at most {} million pixels.': (n) =>
      `Una imagen puede tener como máximo ${n} millones de píxeles.`,
  },
  paper_stays: 'Lo que envió el cliente se queda en el caso.',
  photo_in_offer: 'Una oferta revisada muestra esta foto: se queda como prueba.',
  caption_in_offer: 'Una oferta revisada muestra esta foto: su texto se queda como lo vio el vendedor.',
  caption_too_long: {
    'The words under a photo may have at most {} characters.': (n) =>
      `El texto de una foto tiene como máximo ${n} caracteres.`,
  },
  not_a_photo: 'Solo una foto de un aparato lleva texto.',
  photo_hidden: 'Toca una segunda inspección: las fotos de la primera están ocultas.',
  letter_hidden: 'Toca una segunda inspección: hasta que termine, nadie lee lo que encontró la primera.',
  upload_link_over: 'Este enlace ya no funciona: muestre un código nuevo en el taller.',

  // Offers and answers
  silence_not_offered: 'Esta opción no se ofrece.',
  price_changed: 'El precio había caducado y hoy es otro. Mírelo antes de confirmar.',
  already_confirmed: 'Esta oferta ya está confirmada.',
  too_late: 'Es demasiado tarde para eso: los aparatos están en camino o ya aquí.',
  answer_how_missing: 'Diga cómo respondió el vendedor: en el mostrador, por teléfono o por correo.',
  answered_twice: 'Dé una sola respuesta por aparato.',
  answer_missing: { 'Please answer: {}': (question) => `Falta responder: ${question}` },
  answer_unsure: {
    'An inspector has to give a definite answer here.': 'La inspección pide aquí una respuesta clara.',
  },
  accessory_unknown: {
    '“{}” is no accessory of such a device.': (name) => `«${name}» no es un accesorio de un aparato así.`,
  },
  variant_unknown: {
    'We do not know this device.': 'No conocemos este aparato.',
    'There is no such version of this kind of device.': 'Esa versión no existe en este tipo de aparato.',
  },
  model_unknown: 'Este modelo no está en el catálogo.',
  no_price: 'Aún no tenemos precio para este aparato.',
  no_quote: 'Este aparato nunca tuvo precio; no hay nada que revisar.',
  not_a_lead:
    'Solo una solicitud sin confirmar recibe un precio a mano; después, lo que se revisa es la oferta.',
  price_absurd: {
    'Give a price between 0 and 100,000.': 'Dé un precio entre 0 y 100 000.',
    'The price is beyond what such a device can cost.':
      'El precio supera lo que puede costar un aparato así.',
  },
  currency_other: {
    'Prices are in {}.': (currency) => `Los precios son en ${currency}.`,
    'This offer is in {}.': (currency) => `Esta oferta es en ${currency}.`,
  },
  revision_unknown: 'Esta oferta revisada no existe.',
  revision_superseded: 'Esta oferta se ha sustituido mientras tanto; mire primero la más reciente.',
  revision_expired: 'Esta oferta ha caducado.',
  revision_answered: 'Esta oferta ya tiene respuesta.',
  revision_reason_missing: {
    'Choose at least one reason.': 'Elija al menos un motivo.',
    'A lower price needs at least one reason.': 'Un precio más bajo necesita al menos un motivo.',
  },
  revision_photo_missing: 'Un precio más bajo necesita al menos una foto.',
  revision_changes_nothing: 'En una oferta revisada, al menos una respuesta es distinta de la del vendedor.',
  revision_note_missing: 'Diga al vendedor en una frase lo que ha encontrado.',
  free_price_reason_missing: 'Diga por qué el precio no es el calculado.',
  free_price_only: 'El precio de este aparato se puso a mano; ponga también el nuevo a mano.',
  category_other:
    'Es otro tipo de aparato, con otras preguntas: con estas respuestas no se puede calcular un precio.',
  photo_unknown: 'Esta foto no es de este aparato, o se ha quitado.',
  too_many_photos: {
    'At most {} photos fit in one offer.': (n) => `En una oferta caben como máximo ${n} fotos.`,
  },

  // Holds
  hold_not_found: 'Esta espera no existe.',
  hold_released: 'Esta espera ya se ha quitado.',
  hold_open_already: 'Este aparato ya está en espera por ese motivo.',
  nobody_asked: 'El cliente no tiene parte en esta espera.',
  asked_just_now:
    'Se acaba de preguntar al cliente; el mensaje está en camino. Espere un minuto para preguntar de nuevo.',
  customer_has_no_email: {
    'This customer has no mail address. Add one under Customer first.':
      'Este cliente no tiene correo. Añada primero uno en Cliente.',
    'This customer has no mail address: ask by phone instead.':
      'Este cliente no tiene correo: pregúntele por teléfono.',
  },
  owner_unknown: 'Este compañero no existe.',
  note_missing: {
    'Say why the item is on hold.': 'Diga por qué el aparato queda en espera.',
    'Describe the parcel and what is in it.': 'Describa el paquete y lo que contiene.',
  },
  reason_unknown: {
    'Holds for this reason are not opened here.': 'Una espera por este motivo no se abre aquí.',
    'There is no such reason.': 'Este motivo no existe.',
    '“{}” is no reason we know.': (name) => `«${name}» no es un motivo que conozcamos.`,
  },
  four_eyes:
    'Usted pidió esta prueba o anotó la respuesta: tiene que decidir otra persona (la tienda trabaja a cuatro ojos).',
  file_unknown: 'Uno de estos archivos no es un documento de este caso.',
  not_a_proof: 'Solo una prueba de compra se aprueba o se rechaza.',
  not_answered:
    'Aún no hay respuesta. Anote lo que el cliente mostró o envió y apruebe después; o quite la espera.',
  code_missing: 'Escriba el código.',
  code_too_long: 'Un código tiene como máximo 200 caracteres.',
  code_unknown: 'No hay código, o se ha borrado.',
  no_lock: 'Esta espera no trata de un bloqueo.',
  due_unfit: 'Elija un día desde hoy, como máximo a 90 días.',
  reason_exists: 'Ya hay un motivo con ese nombre.',
  reason_ours: 'Este viene con Reprise: solo se pueden cambiar su nombre y sus días.',
  stale_reason: 'Otra persona ha cambiado este motivo mientras tanto.',
  stale_rules: 'Otra persona ha cambiado las reglas mientras tanto.',
  rule_nameless: 'Dé un nombre a la regla.',
  rule_empty: 'Elija al menos una condición: sin ella, la regla retendría todos los aparatos.',
  rule_without_models: 'Elija al menos un modelo, o quite esta condición.',
  rule_without_brands: 'Elija al menos una marca, o quite esta condición.',
  rule_name_short: 'Dé al menos dos letras del nombre del modelo, o quite esta condición.',
  rule_without_answers: 'Elija al menos una respuesta, o quite la pregunta.',

  // Inspection
  inspection_not_found: 'Esta inspección no existe o ya no existe.',
  inspection_taken: {
    '{} is testing this device. Take it over to go on with it.': (name) =>
      `${name} está probando este aparato. Tome el relevo para continuar.`,
  },
  inspection_hidden: 'Hay una segunda inspección en curso; esta está oculta hasta que termine.',
  inspection_closed: {
    'This inspection is complete; there is nothing to take over.':
      'Esta inspección está terminada; no hay nada que relevar.',
    'This inspection is complete; start a new one to change it.':
      'Esta inspección está terminada; empiece una nueva para cambiarla.',
  },
  stale_inspection: 'Otra persona ha guardado esta inspección mientras tanto.',
  second_inspection_due: {
    'Another person inspects this device a second time first; until then nobody sees what was found.':
      'Antes, otra persona inspecciona este aparato una segunda vez; hasta entonces nadie ve lo que se encontró.',
    'Another person inspects this device a second time first; only then can it be offered again.':
      'Antes, otra persona inspecciona este aparato una segunda vez; solo después puede haber otra oferta.',
  },
  nothing_to_dispute: 'Este aparato aún no se ha inspeccionado.',
  same_inspector:
    'Usted hizo la primera inspección: la segunda es para otra persona, que no haya visto la suya.',
  inspector_unknown: 'Solo el personal inspecciona aparatos.',
  checks_open: {
    '{} checks have no result yet.': (n) =>
      n === '1' ? '1 control aún no tiene resultado.' : `${n} controles aún no tienen resultado.`,
  },
  check_photo_missing: {
    'A photo is needed of: {}.': (checks) => `Falta una foto de: ${checks}.`,
  },
  grade_note_missing: {
    'The checks ask for {} and “{}”. Say in the note why the grade is another.': (cosmetic, functional) =>
      `Los controles dan ${cosmetic} y «${works(functional)}». Diga en la nota por qué la valoración es otra.`,
  },
  check_note_missing: 'Diga qué se encontró y dónde.',
  check_not_found: 'Este control no existe.',
  unit_not_found: 'Este aparato no existe.',
  item_not_here: {
    'The device’s number is recorded while it is on the bench.':
      'El número se anota mientras el aparato está en el taller.',
    'A device is checked while it is with us.': 'Un aparato se comprueba mientras está aquí.',
  },
  item_not_on_bench: 'Solo se puede inspeccionar un aparato que esté en revisión.',
  imei_length: {
    'An IMEI has digits only: 15 of them.': 'Un IMEI solo tiene cifras: 15.',
    'An IMEI has 15 digits; this has {}.': (n) => `Un IMEI tiene 15 cifras; este tiene ${n}.`,
  },
  imei_check_digit: 'Una cifra de este IMEI está mal (la cifra de control no encaja). Léalo de nuevo: *#06#.',
  imei_not_real: 'Este IMEI no es de ningún aparato: son todo ceros.',
  imei_is_eid: 'Es el EID de la eSIM, de 32 cifras. El IMEI tiene 15: *#06#.',
  imei_is_sim: 'Es el número de una tarjeta SIM. El IMEI tiene 15 cifras: *#06#.',
  imei_is_meid: 'Es un MEID. Si el teléfono no tiene IMEI, escríbalo como número de serie.',
  imei_two_at_once: 'Son dos números: escriba cada IMEI en su campo.',
  imei_twice: 'Los dos IMEI son iguales; deje vacío el segundo.',
  unit_numbers_conflict: {
    'One of these IMEIs is known with another one ({}). Read both again: *#06#.': (known) =>
      `Uno de estos IMEI se conoce junto con otro (${known}). Lea los dos de nuevo: *#06#.`,
  },
  serial_is_eid: 'Es el EID de la eSIM, no el número de serie.',
  serial_malformed: 'Un número de serie tiene de 4 a 40 letras y cifras.',

  // Block list
  blocked_device_unknown: 'Esta entrada no existe.',
  blocked_already: 'Este aparato ya está en la lista.',
  unblocked_already: 'Este aparato ya se quitó de la lista.',
  list_too_long: { 'At most {} numbers at once.': (n) => `Como máximo ${n} números a la vez.` },
  number_missing: 'Esta fila no tiene número.',
  number_twice: {
    'The same number stands in line {}.': (line) => `El mismo número está en la línea ${line}.`,
  },
  number_rounded: 'Una hoja de cálculo redondeó este número: dé a la columna formato de texto.',

  // Parcels
  tracking_malformed: 'Un número de seguimiento tiene de 4 a 40 letras y cifras.',
  not_by_mail: 'Este caso no llega por correo.',
  parcel_not_found: 'No hay paquete.',
  signature_missing: 'Escriba quién firmó por el aparato.',
  carrier_missing: 'Indique el transportista.',
  code_malformed: 'Escanee o escriba al menos tres caracteres.',
  unmatched_not_found: 'Este paquete no existe.',
  unmatched_closed: 'Este paquete ya está resuelto.',
  kit_not_by_mail: 'Este caso no llega por correo, así que no tiene kit de envío.',
  kit_nothing_to_send: 'Todos los aparatos de este caso están cancelados: no hay nada que enviar.',
  shop_address_missing:
    'La etiqueta necesita una dirección de destino. Escriba la dirección postal de la tienda: Ajustes, Tienda.',
};

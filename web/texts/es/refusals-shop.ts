/** Spanish: what is refused in prices, settings, messages and money, and what any form or the server itself refuses. */
import { momentFor, wordFor, type Refusals } from '../refusals.ts';
import { workflow } from './workflow.ts';

const state = (name: string) => wordFor(workflow.payoutStates, name).toLowerCase();

export const ofTheShop: Refusals = {
  // Any form
  missing: 'Rellene este campo.',
  wrong_type: {
    'This must be a text.': 'Tiene que ser un texto.',
    'This must be a number.': 'Tiene que ser un número.',
    'This must be a whole number.': 'Tiene que ser un número entero.',
  },
  too_small: {
    'This must not be empty.': 'Rellene este campo.',
    'This must have at least {} characters.': (n) => `Hacen falta al menos ${n} caracteres.`,
    'This must have at least {} entries.': (n) => `Hacen falta al menos ${n}.`,
    'This must be more than {}.': (n) => `Tiene que ser más de ${n}.`,
    'This must be at least {}.': (n) => `Tiene que ser al menos ${n}.`,
  },
  too_big: {
    'This must have at most {} characters.': (n) => `Como máximo ${n} caracteres.`,
    'This must have at most {} entries.': (n) => `Como máximo ${n} a la vez.`,
    'This must be less than {}.': (n) => `Tiene que ser menos de ${n}.`,
    'This must be at most {}.': (n) => `Como máximo ${n}.`,
  },
  wrong_format: {
    'This is not a mail address.': 'Esto no es una dirección de correo.',
    'This is not a web address.': 'Esto no es una dirección web.',
    'This must be a date such as {}.': (date) => `Tiene que ser una fecha como ${date}.`,
    'This does not have the right form.': 'Esto no tiene la forma correcta.',
    'Give the country as two capitals, such as NL.': 'Indique el país con dos mayúsculas, como ES.',
    'Give the currency as three capitals, such as EUR.': 'Indique la moneda con tres mayúsculas, como EUR.',
    'Give a currency code of three capitals, such as EUR.':
      'Indique la moneda con tres mayúsculas, como EUR.',
  },
  invalid: { 'This is not valid.': 'Esto no es válido.' },
  unreadable_text: 'El texto contiene un carácter que no se puede guardar.',
  value_malformed: {
    'A value does not have the form it must have.': 'Un valor no tiene la forma debida.',
    'A date or time does not have the form it must have.': 'Una fecha u hora no tiene la forma debida.',
  },
  number_out_of_range: 'Un número es demasiado grande.',
  instant_out_of_range: 'Una fecha u hora no es posible.',

  // The server
  offline: 'No se puede contactar con el servidor. Nada ha cambiado; inténtelo de nuevo.',
  server_error: { 'The server answered {}.': (status) => `El servidor respondió ${status}.` },
  internal_error: {
    'Something went wrong on our side. Tell us this number: {}.': (request) =>
      `Algo ha fallado por nuestra parte. Díganos este número: ${request}.`,
  },
  not_found: 'Aquí no hay nada.',
  took_too_long: 'Ha tardado demasiado: inténtelo de nuevo.',
  database_unavailable: 'La base de datos no está disponible ahora: inténtelo dentro de un momento.',
  busy: {
    'Others were changing the same thing: try again.':
      'Otros estaban cambiando lo mismo: inténtelo de nuevo.',
    'Somebody else is changing this right now: try again.':
      'Otra persona lo está cambiando ahora mismo: inténtelo de nuevo.',
  },
  request_in_progress: 'La misma solicitud sigue en curso: inténtelo dentro de un momento.',
  too_many_requests: {
    'Too many requests: try again in {} s.': (s) => `Demasiadas solicitudes: inténtelo dentro de ${s} s.`,
  },

  // Who may do it
  permission_missing: {
    'You need the permission {} for this; an owner can give it to you.{}': (permission, factor) =>
      `Para esto necesita el permiso ${permission}; un propietario puede dárselo.` +
      (factor ? ' Si su función lo incluye, active primero el inicio en dos pasos.' : ''),
    'This needs the permission “{}”.': (permission) => `Para esto hace falta el permiso «${permission}».`,
    'This needs the permission {}.': (permission) => `Para esto hace falta el permiso ${permission}.`,
  },
  not_for_you: 'Esto no está abierto para usted.',
  sign_in_required: 'Inicie sesión primero.',
  sign_in_failed: {
    'The e-mail address or the password is not right.': 'El correo o la contraseña no son correctos.',
    'Please sign in again.': 'Inicie sesión de nuevo.',
  },
  challenge_expired: 'Ha tardado demasiado o han sido demasiados intentos. Inicie sesión de nuevo.',
  too_many_tries: {
    'Too many tries. Please wait {} minutes and try again.': (n) =>
      `Demasiados intentos. Espere ${n} ${n === '1' ? 'minuto' : 'minutos'} e inténtelo de nuevo.`,
  },
  invitation_unknown:
    'Esta invitación es desconocida, está usada o ha caducado. Pida una nueva a un propietario.',
  password_wrong: 'Esta no es su contraseña.',
  password_weak: {
    'Use at least {} characters.': (n) => `Use al menos ${n} caracteres.`,
    'Use at most {} characters.': (n) => `Use como máximo ${n} caracteres.`,
    'Use more different characters.': 'Use caracteres más variados.',
    'This password is among the first that are tried. A few unrelated words work well.':
      'Esta contraseña es de las primeras que se prueban. Unas palabras sin relación funcionan bien.',
    'A run of digits is easily guessed.': 'Una serie de cifras es fácil de adivinar.',
    'Do not build the password from your name or e-mail address.':
      'No forme la contraseña con su nombre o su correo.',
  },
  code_wrong: {
    'This code is not right. Codes change every 30 seconds.':
      'Este código no es correcto. Los códigos cambian cada 30 segundos.',
  },
  two_factor_active: 'El inicio en dos pasos ya está activado. Desactívelo primero para cambiarlo.',
  two_factor_missing: 'Empiece con un código QR nuevo.',

  // Staff, stores and settings
  staff_unknown: 'Esta persona no existe.',
  staff_disabled: 'Active primero a esta persona.',
  last_owner: 'Es el único propietario. Haga primero propietario a otra persona.',
  own_account: 'No puede desactivarse a sí mismo. Pídalo a otro propietario.',
  email_taken: {
    'Another customer has this e-mail address.': 'Otro cliente tiene este correo.',
    'Somebody with this e-mail address is on the staff already.':
      'Ya hay alguien del personal con este correo.',
  },
  customer_unknown: 'Este cliente no existe.',
  phone_invalid: 'Este número de teléfono no está completo. Empiece por + y el prefijo del país.',
  location_unknown: 'Esta tienda no existe.',
  location_exists: 'Ya hay una tienda con ese nombre.',
  hours_invalid: {
    'A store closes after it opens.': 'Una tienda cierra después de abrir.',
    'Opening hours of a day must not overlap.': 'Los horarios de un día no deben solaparse.',
  },
  country_unknown: 'Indique el país con dos mayúsculas, como ES.',
  currency_unknown: {
    'Give the currency as three capitals, such as EUR.': 'Indique la moneda con tres mayúsculas, como EUR.',
    'The currency is not a code of three letters.': 'La moneda no es un código de tres letras.',
  },
  timezone_unknown: 'Indique la zona horaria como Europe/Amsterdam.',
  settings_contradict: {
    'What silence means must be one of the choices the seller has.':
      'Lo que significa el silencio debe ser una de las opciones del vendedor.',
    'Cash can only be paid in a store.': 'Solo se paga en efectivo en una tienda.',
    'A quote must stay valid at least as long as the customer has to confirm it.':
      'Un precio debe valer al menos tanto tiempo como tiene el cliente para confirmarlo.',
  },
  stale_version: 'Alguien lo ha cambiado mientras tanto: mire de nuevo.',
  adapter_unknown: 'Esta conexión no existe.',
  connection_invalid: { 'These settings cannot be read.': 'Estos ajustes no se pueden leer.' },
  secret_missing: {
    'This is needed to connect.': 'Hace falta para conectar.',
    'The address changed: type this again.': 'La dirección ha cambiado: escríbalo de nuevo.',
  },
  checklist_version_unknown: 'Esta versión de la lista no existe.',

  // Prices
  price_book_unknown: 'Este libro de precios no existe.',
  price_version_unknown: 'Esta versión del libro de precios no existe.',
  price_unknown: 'Este precio no existe.',
  version_published: 'Una versión publicada se queda como está: haga un borrador de ella.',
  version_empty: 'Esta versión aún no tiene precios.',
  effective_in_past: 'Una versión no puede haber valido antes de publicarse.',
  questions_unknown: 'Este cuestionario no existe.',
  import_unknown: 'Esta importación no existe.',
  import_over: {
    'This import is applied; its file is no longer kept.':
      'Esta importación está aplicada; su archivo ya no se guarda.',
    'This import is applied already.': 'Esta importación ya está aplicada.',
  },
  import_running: 'Esta importación está en curso: espere a que termine.',
  mapping_unclear: {
    'Say which column holds what.': 'Diga qué contiene cada columna.',
    'Say first which column holds what.': 'Diga primero qué contiene cada columna.',
  },
  mapping_column_unknown: {
    'The list has no column “{}”.': (name) => `La lista no tiene ninguna columna «${name}».`,
  },
  rate_invalid: 'Un cambio es un código de moneda y un número mayor que cero.',
  csv_headings_doubled: { 'Two columns are called “{}”.': (name) => `Dos columnas se llaman «${name}».` },
  csv_no_rows: 'No hay nada debajo de los títulos.',
  csv_too_many_rows: {
    'At most {} rows of {} columns at once.': (rows, columns) =>
      `Como máximo ${rows} filas de ${columns} columnas a la vez.`,
  },
  csv_broken: {
    'Line {} cannot be read: a quotation mark is open or stands where none may be.': (line) =>
      `La línea ${line} no se puede leer: unas comillas están abiertas o donde no deben.`,
  },
  file_not_text: {
    'This is a workbook: save it as CSV first.': 'Es un libro de cálculo: guárdelo primero como CSV.',
    'This is not a text file: send the list as CSV.': 'No es un archivo de texto: envíe la lista como CSV.',
    'This file cannot be read as text: save it as CSV in UTF-8.':
      'Este archivo no se puede leer como texto: guárdelo como CSV en UTF-8.',
  },

  // Rows of a price list
  broken_line: 'La fila tiene más o menos columnas que los títulos.',
  not_selected: 'Según una columna de la lista, es otro tipo de precio.',
  brand_missing: 'Ni la columna ni el nombre dicen la marca.',
  model_missing: 'La fila no nombra ningún modelo.',
  unknown_model: 'Este modelo no está en el catálogo.',
  ambiguous_model: 'El nombre encaja con varios modelos: falta el año, la generación o el tamaño.',
  storage_missing: 'La fila no dice la capacidad.',
  storage_conflict: 'El nombre y la columna de capacidad no coinciden.',
  unknown_variant: 'En el catálogo, este modelo no tiene esa capacidad o ese tamaño.',
  ambiguous_variant: 'El nombre encaja con varios tamaños del modelo.',
  condition_missing: 'La fila no nombra ningún estado.',
  condition_unknown: 'La palabra del estado no se conoce: diga en la asignación qué significa.',
  condition_skipped: 'La asignación deja fuera este estado.',
  price_unreadable: 'El precio no es un importe claro.',
  price_negative: 'El precio es menor que cero.',
  price_zero: 'El precio es cero.',
  doubled_same: 'El mismo precio está en otra fila.',
  doubled_median: 'Varias filas de un día dan precios distintos: cuenta la mediana.',
  older: 'Una fila más reciente da el precio.',

  // Messages
  message_not_found: 'Este mensaje no existe.',
  message_sent: 'Este mensaje ya está enviado o en camino.',
  message_outdated: 'Un código se envía una sola vez. El cliente puede pedir uno nuevo en la página.',
  inbound_not_found: 'Este correo no existe.',
  inbound_matched: 'Este correo ya está en un caso.',
  too_many_files: {
    'Only {} files of a mail are kept.': (n) => `De un correo se guardan como máximo ${n} archivos.`,
  },
  mail_lost: 'El correo tal como llegó se ha perdido.',
  mail_too_large: {
    'The mail is larger than 25 MB: look at its files in the mailbox.':
      'El correo supera los 25 MB: mire sus archivos en el buzón.',
  },
  stale_template: 'Otra persona ha cambiado este texto mientras tanto.',
  template_empty: {
    'Write something.': 'Escriba algo.',
    'This makes an empty line.': 'Esto da una línea vacía.',
  },
  template_variable_unknown: { 'There is no “{}”.': (name) => `«${name}» no existe.` },
  never_silent: 'Esta carta no se puede desactivar: alguien la espera, o corre un plazo.',
  line_too_long: {
    'A line has at most {} characters.': (n) => `Una línea tiene como máximo ${n} caracteres.`,
  },
  chat_line_not_found: 'Esta línea no existe.',
  chat_line_sent: 'Esta línea ya está en el chat o en camino.',
  letter_empty: {
    'The letter needs a subject.': 'La carta necesita un asunto.',
    'The letter has no text.': 'La carta no tiene texto.',
  },
  letter_subject_lines: 'El asunto debe ser una sola línea.',
  letter_too_long: {
    'The subject may have at most {} characters; it has {}.': (most, now) =>
      `El asunto puede tener como máximo ${most} caracteres; tiene ${now}.`,
    'The text may have at most {} characters; it has {}.': (most, now) =>
      `El texto puede tener como máximo ${most} caracteres; tiene ${now}.`,
  },
  letter_characters: 'Contiene caracteres que un correo no puede llevar.',
  macro_not_found: 'Esta macro no existe.',
  macro_text_missing: {
    'This macro has no text yet.': 'Esta macro aún no tiene texto.',
    'Write its text in one language at least.': 'Escriba su texto al menos en un idioma.',
  },
  macro_fails: {
    'The macro’s text does not work for this case: {}': (why) =>
      `El texto de la macro no funciona para este caso: ${why}`,
  },
  macro_name_missing: 'Dé un nombre a la macro.',
  macro_name_taken: 'Otra macro ya tiene este nombre.',
  macro_order: 'Nombre cada macro una vez. Puede que alguien haya creado una mientras tanto.',
  stale_macro: 'Otra persona ha cambiado esta macro mientras tanto.',

  // Money
  iban_missing: 'Escriba el IBAN.',
  iban_country_unknown: 'Un IBAN empieza por las dos letras de su país, como NL o DE.',
  iban_length_wrong: 'Este IBAN es demasiado corto o demasiado largo para su país.',
  iban_format_wrong: {
    'This IBAN has letters or digits where its country has none.':
      'Este IBAN tiene letras o cifras donde su país no las tiene.',
    'The third and fourth characters of an IBAN are digits.':
      'El tercer y el cuarto carácter de un IBAN son cifras.',
    'An IBAN has only letters and digits, 34 at most.': 'Un IBAN solo tiene letras y cifras, 34 como máximo.',
  },
  iban_check_failed: {
    'The check digits do not fit: one character of this IBAN seems to be wrong.':
      'Las cifras de control no encajan: un carácter de este IBAN parece equivocado.',
    'The account number inside this IBAN does not exist: please check it once more.':
      'El número de cuenta de este IBAN no existe: compruébelo otra vez.',
  },
  iban_wrong: 'Este IBAN no es válido.',
  paypal_email_wrong: 'Escriba el correo de la cuenta de PayPal, como nombre@ejemplo.es.',
  holder_missing: 'Escriba el nombre del titular de la cuenta.',
  holder_wrong: 'El nombre del titular tiene como máximo 140 caracteres.',
  payout_kind_not_offered: 'Esta forma de pago no se ofrece aquí.',
  payout_method_changed: 'Alguien ha cambiado los datos de pago mientras tanto: mire de nuevo.',
  payout_not_found: 'Este pago no existe.',
  payout_changed: {
    'Payout {} was changed by somebody else just now.': (name) =>
      `Otra persona acaba de cambiar el pago ${name}.`,
  },
  payout_not_ready: {
    'Payout {} is {} already.': (name, now) => `El pago ${name} ya está ${state(now)}.`,
    'It is no bank payout that is ready, or it is in a batch already.':
      'No es una transferencia lista, o ya está en un lote.',
  },
  payout_ended: { 'Payout {} is {} already.': (name, now) => `El pago ${name} ya está ${state(now)}.` },
  payout_not_submitted: {
    'Payout {} is {}; only a submitted one can fail.': (name, now) =>
      `El pago ${name} está ${state(now)}; solo uno enviado puede fallar.`,
  },
  payout_cooling_off: {
    'The customer changed the account of payout {}; it can be paid from {}.': (name, at) =>
      `El cliente cambió la cuenta del pago ${name}; se puede pagar desde el ${momentFor('es', at)}.`,
  },
  payout_pays_at_once: {
    'Payout {} has nothing to submit: mark it as paid.': (name) =>
      `El pago ${name} no tiene nada que enviar: márquelo como pagado.`,
  },
  release_not_needed: 'Este pago no supera el límite; basta una persona.',
  release_needed: {
    'Payout {} is above the limit: a second person has to release it first.': (name) =>
      `El pago ${name} supera el límite: antes tiene que liberarlo una segunda persona.`,
  },
  release_same_person: {
    'You released payout {}; somebody else has to send it.': (name) =>
      `Usted liberó el pago ${name}; tiene que enviarlo otra persona.`,
  },
  mixed_currencies: 'Los aparatos con precios en monedas distintas se pagan uno a uno.',
  nothing_to_reveal: { 'Payout {} goes to no account.': (name) => `El pago ${name} no va a ninguna cuenta.` },
  reference_missing: 'Escriba el número de transacción del banco o de PayPal.',
  reference_wrong: 'Un número de transacción tiene como máximo 140 caracteres.',
  location_missing: 'Elija la tienda cuya caja pagó.',
  nothing_to_batch: {
    'No bank payout is ready that is not in a batch already.':
      'No hay ninguna transferencia lista que no esté ya en un lote.',
    'Somebody else has just put these payouts into a batch.':
      'Otra persona acaba de poner estos pagos en un lote.',
  },
  other_currency: {
    'The row is in another currency, and no rate is given for it.':
      'La fila está en otra moneda, sin cambio indicado.',
    'A file has one currency; this one has {}.': (currency) =>
      `Un archivo tiene una sola moneda; este es en ${currency}.`,
  },
  entry_done: 'Este pago ya está resuelto.',
  batch_not_found: 'Este lote no existe.',
  batch_open: 'Este lote aún se está llenando: inténtelo dentro de un momento.',
  batch_empty: 'Ningún pago pudo entrar en este lote.',
  amount_wrong: 'Escriba un importe mayor que cero.',
  credit_too_low: 'El cliente no tiene tanto saldo en tienda.',
};

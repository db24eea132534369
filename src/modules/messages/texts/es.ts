/** Español. */
import type { Words } from './words.ts';

export const ES: Words = {
  words: {
    hello: 'Hola',
    regards: 'Un saludo,',
    reference: 'Su referencia',
    questions: '¿Preguntas? Le ayudamos con gusto:',
    to_follow: 'precio pendiente',
    bank: 'por transferencia bancaria',
    paypal: 'por PayPal',
    store_credit: 'como saldo de tienda',
    cash: 'en efectivo',
  },
  texts: {
    quote_made: {
      subject:
        '{% if total %}Nuestra oferta: {{ total | money }} por {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}{% else %}Estamos preparando su oferta{% endif %}',
      body: '{% if total %}Gracias por su consulta. Esto es lo que ofrecemos por lo que quiere vender: {{ total | money }}{% if count > 1 %} en total{% endif %}.{% if valid_until %} El precio está garantizado hasta el {{ valid_until | day }}.{% endif %}{% if unpriced > 0 %}\n\nPara una parte aún no tenemos precio. Un compañero lo mira y le envía un precio, normalmente en un día laborable.{% endif %}\n\nPara seguir, díganos cómo {{ count | one_or_many: "nos llega su dispositivo", "nos llegan sus dispositivos" }} y cómo quiere cobrar. Se tarda más o menos un minuto.{% else %}Gracias por su consulta. Un compañero mira lo que quiere vender y le envía un precio, normalmente en un día laborable. Hasta entonces no tiene que hacer nada.{% endif %}',
      button: 'Ver mi oferta',
    },
    quote_reminder: {
      subject: 'Nuestra oferta{% if total %} de {{ total | money }}{% endif %} le espera',
      body: 'Nos pidió un precio y aún no lo ha confirmado.{% if valid_until %} Está garantizado hasta el {{ valid_until | day }}.{% endif %}\n\nSi ha cambiado de idea, no tiene que hacer nada.',
      button: 'Seguir con mi oferta',
    },
    quote_abandoned: {
      subject: 'Hemos apartado su oferta',
      body: 'No hemos tenido noticias suyas, así que hemos apartado su oferta. Puede retomarla con el botón de abajo. Si para entonces el precio ha caducado, verá antes el nuevo.',
      button: 'Abrir mi oferta',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Su kit de envío y los próximos pasos{% else %}Le esperamos en la tienda{% endif %}',
      body: '{% if channel == "mail_in" %}Gracias, su oferta está confirmada. Imprima el adjunto: la página 1 explica cómo embalar y cerrar la sesión de su cuenta, la página 2 es la etiqueta.\n\nEnvíe el paquete{% if due_at %} a más tardar el {{ due_at | day }}{% else %} pronto{% endif %}, por favor. Le escribimos en cuanto llegue.{% else %}Gracias, su oferta está confirmada. Le esperamos{% if visit_on %} el {{ visit_on | weekday }}{% endif %}{% if store %} en {{ store }}{% endif %}.\n\nTraiga {{ count | one_or_many: "el dispositivo", "los dispositivos" }}, un cargador si lo tiene y un documento de identidad. Cierre antes la sesión de su cuenta; así podremos revisarlo todo enseguida.{% endif %}',
      button: 'Ver mi oferta',
    },
    offer_expired: {
      subject: 'Su oferta ha caducado',
      body: '{% if channel == "mail_in" %}Su paquete no ha aparecido en la fecha acordada, así que la oferta ha caducado. ¿Lo envió de todos modos? No se preocupe: lo recibimos y le escribimos.{% else %}No le hemos visto en la fecha acordada, así que la oferta ha caducado.{% endif %}\n\nPuede retomarla cuando quiera. Si el precio ha cambiado, lo verá antes.',
      button: 'Retomar mi oferta',
    },
    ship_reminder: {
      subject: 'No olvide su paquete{% if total %}: le esperan {{ total | money }}{% endif %}',
      body: 'Aún no hemos visto su paquete. Entréguelo{% if due_at %} a más tardar el {{ due_at | day }}{% else %} pronto{% endif %} para mantener su precio.\n\n¿Ya está en camino? Entonces ignore este mensaje.',
      button: 'Imprimir el kit otra vez',
    },
    visit_reminder: {
      subject: 'Su visita{% if store %} a {{ store }}{% endif %}',
      body: 'Su oferta le espera{% if store %} en {{ store }}{% endif %}. Venga{% if due_at %} a más tardar el {{ due_at | day }}{% else %} pronto{% endif %} para mantener su precio.',
      button: 'Ver mi oferta',
    },
    cancelled: {
      subject:
        '{% if move == "declare_lost" %}Su paquete parece haberse perdido{% else %}Su oferta está cancelada{% endif %}',
      body: '{% if move == "declare_lost" %}Lo sentimos: el transportista no encuentra su paquete, así que hemos cerrado la oferta. Guarde el resguardo del envío y póngase en contacto con nosotros; le ayudamos con la reclamación. Si el paquete aparece, le escribimos enseguida.{% else %}Su oferta está cancelada{% if reason %}: {{ reason }}{% endif %}. No nos debe nada.{% if channel == "mail_in" %} Si aun así llega un paquete, se lo devolvemos.{% endif %}{% endif %}',
      button: 'Ver mi oferta',
    },
    in_transit: {
      subject: 'Su paquete está en camino',
      body: 'El transportista tiene su paquete{% if tracking %} (número {{ tracking }}){% endif %}. Le escribimos cuando nos llegue.',
      button: 'Seguir mi oferta',
    },
    delivered: {
      subject: 'Su paquete nos ha llegado',
      body: 'El transportista indica que su paquete está entregado. Ahora lo abrimos y revisamos, normalmente el mismo día laborable.',
      button: 'Seguir mi oferta',
    },
    delayed: {
      subject: 'Su paquete parece retrasado',
      body: 'El transportista comunica un problema con su paquete{% if tracking %} (número {{ tracking }}){% endif %} o lleva tiempo sin decir nada. Le preguntamos y le contaremos a usted lo que sepamos. Guarde el resguardo del envío.',
      button: 'Seguir mi oferta',
    },
    received: {
      subject: 'Tenemos {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}',
      body: '{% if going_back %}Su paquete ha llegado, pero esta oferta ya estaba cancelada. Por eso le devolvemos {{ count | one_or_many: "su dispositivo", "sus dispositivos" }} sin coste y le escribimos cuando salga el paquete.\n\n¿Prefiere vender de todos modos? Responda a este mensaje.{% else %}{% if channel == "mail_in" %}{{ count | one_or_many: "Su dispositivo ha llegado", "Sus dispositivos han llegado" }} bien.{% else %}Gracias por su visita. {{ count | one_or_many: "Su dispositivo está", "Sus dispositivos están" }} ahora con nosotros.{% endif %} Primero comprobamos el número y que la sesión de su cuenta esté cerrada; después hacemos las pruebas.\n\n{% if channel == "mail_in" %}Tendrá noticias nuestras en pocos días laborables.{% else %}Le damos el resultado en cuanto lo tengamos.{% endif %}{% endif %}',
      button: 'Seguir mi oferta',
    },
    inspection_passed: {
      subject: 'Revisión superada',
      body: 'Buenas noticias: {{ count | one_or_many: "su dispositivo es como lo describió", "sus dispositivos son como los describió" }}. El precio queda como se acordó.',
      button: 'Seguir mi oferta',
    },
    revised_offer: {
      subject:
        'Mire, por favor: ha cambiado nuestra oferta por {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}',
      body: 'Hemos encontrado algo distinto de su descripción. En su página lo ve todo lado a lado, con fotos.{% assign told = false %}{% for r in revision %}\n\n{{ r.title }}{% for d in r.differences %}\n{{ d.question }} Usted: «{{ d.told }}»; nosotros: «{{ d.found }}»{% endfor %}\nPor qué: {{ r.reasons | join: "; " }}{% if r.note %}\nNuestra nota: {{ r.note }}{% endif %}\n{% if r.old_price %}Nuestro precio era {{ r.old_price | money }}. {% endif %}El nuevo precio es {{ r.price | money }}.{% assign told = true %}{% endfor %}{% if reason and told != true %}\n\n{{ reason }}{% endif %}\n\nUsted decide: acéptela, o rechácela y recupere gratis {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}. Si lo ve de otra manera, otra persona lo revisa de nuevo.{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Responda, por favor, antes del {{ until | day }}.{% if quiet == "send_back" %} Si no sabemos nada para entonces, se lo devolvemos.{% elsif quiet == "accept" %} Si no sabemos nada para entonces, el nuevo precio se da por aceptado y le pagamos.{% elsif quiet == "hold" %} Si no sabemos nada para entonces, lo guardamos bien y nos ponemos en contacto con usted.{% endif %}{% endif %}',
      button: 'Ver la oferta y responder',
    },
    revised_offer_reminder: {
      subject: 'Esperamos su respuesta',
      body: 'Nuestra nueva oferta sigue abierta. Acéptela, o rechácela y recupere gratis {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}.{% for r in revision %}\n\n{{ r.title }}: {{ r.price | money }}{% endfor %}\n\n{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Responda, por favor, antes del {{ until | day }}.{% if quiet == "send_back" %} Si no sabemos nada para entonces, se lo devolvemos.{% elsif quiet == "accept" %} Si no sabemos nada para entonces, el nuevo precio se da por aceptado y le pagamos.{% elsif quiet == "hold" %} Si no sabemos nada para entonces, lo guardamos bien y nos ponemos en contacto con usted.{% endif %}{% endif %}',
      button: 'Ver la oferta y responder',
    },
    revised_offer_accepted: {
      subject: 'Gracias, el nuevo precio está acordado',
      body: 'El nuevo precio está acordado. Ahora preparamos su pago.',
      button: 'Seguir mi oferta',
    },
    revised_offer_declined: {
      subject: 'Recupera {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}',
      body: 'La oferta modificada no se ha aceptado, así que {{ count | one_or_many: "su dispositivo vuelve", "sus dispositivos vuelven" }} con usted sin coste. {% if channel == "mail_in" %}Le escribimos cuando salga el paquete.{% else %}Puede {{ count | one_or_many: "recogerlo", "recogerlos" }} en la tienda.{% endif %}',
      button: 'Seguir mi oferta',
    },
    on_hold_general: {
      subject: 'Tenemos que aclarar algo antes de seguir',
      body: 'Antes de seguir con su oferta tenemos que aclarar algo. Un compañero se ocupa y se pone en contacto con usted si necesitamos algo.',
      button: 'Seguir mi oferta',
    },
    on_hold_activation_lock: {
      subject:
        'Por favor, quite {{ count | one_or_many: "el dispositivo", "los dispositivos" }} de su cuenta',
      body: '{{ count | one_or_many: "Su dispositivo sigue vinculado", "Sus dispositivos siguen vinculados" }} a su cuenta: nadie más puede {{ count | one_or_many: "usarlo", "usarlos" }} y no podemos hacer las pruebas.\n\nPuede quitar el bloqueo a distancia: entre en su cuenta en la web, elija el dispositivo y quítelo. Su página lo explica paso a paso. Avísenos allí cuando esté hecho.{% if reason %}\n\nNuestro equipo añade: {{ reason }}{% endif %}',
      button: 'Cómo quitar el bloqueo',
    },
    on_hold_proof_of_purchase: {
      subject: 'Por favor, envíenos su prueba de compra',
      body: 'Tenemos {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}.{% if channel == "mail_in" %} ¡Gracias por seguir tan bien las instrucciones de envío!{% endif %} En algunos dispositivos recientes comprobamos la propiedad antes de pagar. Es una comprobación habitual y no hay de qué preocuparse: protege a quienes les robaron el suyo y no significa que sospechemos de usted.\n\nBasta con uno de estos: factura, recibo, confirmación de pedido, contrato del operador o póliza de seguro. Vale una foto. Cuanto antes lo tengamos, antes podremos pagarle.{% if reason %}\n\nNuestro equipo añade: {{ reason }}{% endif %}',
      button: 'Enviar mi prueba de compra',
    },
    on_hold_question: {
      subject: 'Tenemos una pregunta sobre {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}',
      body: 'Antes de seguir con su oferta necesitamos algo de usted{% if topic %}: {{ topic }}{% endif %}.{% if reason %}\n\n{{ reason }}{% endif %}\n\nSu página muestra de qué se trata. Puede responder allí o simplemente contestar a este mensaje.',
      button: 'Responder ahora',
    },
    hold_reminder: {
      subject: 'Aún necesitamos algo de usted',
      body: 'Seguimos esperando su respuesta para poder continuar. Su página muestra qué falta. Si algo no está claro, responda a este mensaje.',
      button: 'Ver qué falta',
    },
    second_inspection: {
      subject: 'Inspeccionamos de nuevo {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}',
      body: 'Usted lo ve de otra manera, así que otra persona inspecciona {{ count | one_or_many: "su dispositivo", "sus dispositivos" }} de nuevo, sin conocer el primer resultado. Nuestra última oferta queda en suspenso hasta entonces; después le escribiremos, sea cual sea el resultado.',
      button: 'Seguir mi oferta',
    },
    device_refused: {
      subject: 'Le devolvemos {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}',
      body: 'No podemos comprar {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}, así que {{ count | one_or_many: "vuelve", "vuelven" }} a usted.\n\n{% if channel == "mail_in" %}Recibirá un correo cuando salga el paquete.{% else %}Puede {{ count | one_or_many: "recogerlo", "recogerlos" }} en la tienda.{% endif %} ¿Hay algún error? Responda simplemente a este correo.',
      button: 'Seguir mi oferta',
    },
    hold_released: {
      subject: 'Resuelto: seguimos con {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}',
      body: 'Lo que nos retenía está resuelto. Seguimos donde lo dejamos.',
      button: 'Seguir mi oferta',
    },
    payout_ready: {
      subject: 'Todo en orden: preparamos su pago{% if total %} de {{ total | money }}{% endif %}',
      body: '{{ count | one_or_many: "Su dispositivo está revisado", "Sus dispositivos están revisados" }} y el precio está acordado.{% if total %} Le pagamos {{ total | money }}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}{% if method == "bank" or method == "paypal" %}, normalmente el siguiente día laborable{% endif %}.{% endif %}',
      button: 'Seguir mi oferta',
    },
    payout_submitted: {
      subject: 'Su pago está en camino',
      body: 'Hemos ordenado su pago{% if total %} de {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}. Le llegará en uno a tres días laborables.',
      button: 'Seguir mi oferta',
    },
    payout_failed: {
      subject: 'Su pago ha sido devuelto: revise sus datos',
      body: 'Nuestro pago{% if total %} de {{ total | money }}{% endif %} nos ha sido devuelto. Casi siempre hay una cifra equivocada en la cuenta. Revise y corrija sus datos; después pagamos de nuevo enseguida.',
      button: 'Corregir mis datos',
    },
    payout_details_changed: {
      subject: 'Sus datos de pago se han cambiado',
      body: 'Los datos de pago de su oferta se acaban de cambiar.{% if method %} Ahora le pagamos {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% endif %}\n\n¿Ha sido usted? Entonces no tiene que hacer nada.\n\nSi no ha sido usted, responda a este mensaje o llámenos enseguida para que podamos detener el pago. Nunca pedimos su código ni su cuenta por teléfono.',
    },
    paid: {
      subject: 'Pagado{% if total %}: {{ total | money }}{% endif %}',
      body: 'Le hemos pagado{% if total %} {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}.{% if transaction %}\n\nReferencia del pago: {{ transaction }}{% endif %}\n\nGracias por dar una segunda vida a {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}.',
      button: 'Ver mi oferta',
    },
    withdrawn: {
      subject: 'Recupera {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}',
      body: 'Como pidió, lo dejamos aquí y le devolvemos {{ count | one_or_many: "su dispositivo", "sus dispositivos" }} sin coste. {% if channel == "mail_in" %}Le escribimos cuando salga el paquete.{% else %}Puede {{ count | one_or_many: "recogerlo", "recogerlos" }} en la tienda.{% endif %}',
      button: 'Seguir mi oferta',
    },
    sent_back: {
      subject:
        '{% if tracking %}{{ count | one_or_many: "Su dispositivo vuelve", "Sus dispositivos vuelven" }} con usted{% else %}Ya tiene de vuelta {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}{% endif %}',
      body: '{% if tracking %}{{ count | one_or_many: "Su dispositivo vuelve", "Sus dispositivos vuelven" }} con usted{% if carrier %} por {{ carrier }}{% endif %}, número {{ tracking }}.{% else %}Le hemos devuelto {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}. Gracias por su visita.{% endif %}\n\nNos alegraría volver a verle.',
      button: 'Ver mi oferta',
    },
    link_code: {
      subject: '{{ code }} es su código',
      body: 'Su código es {{ code }}. Vale diez minutos, en la página que lo pide. Nunca lo pedimos por teléfono. Si no lo ha pedido, ignore este mensaje.',
    },
    new_link: {
      subject: 'Su nuevo enlace',
      body: 'Aquí tiene un enlace nuevo a su oferta. Es solo para usted: no lo comparta.',
      button: 'Abrir mi oferta',
    },
  },
};

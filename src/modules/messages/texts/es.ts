/** Español. */
import type { Words } from './words.ts';

export const ES: Words = {
  words: {
    hello: 'Hola',
    regards: 'Un saludo,',
    reference: 'Su referencia',
    questions: '¿Preguntas? Le ayudamos con gusto:',
    bank: 'transferencia bancaria',
    paypal: 'PayPal',
    store_credit: 'saldo de tienda',
    cash: 'efectivo',
  },
  texts: {
    quote_made: {
      subject: 'Su oferta: {{ total | money }} por su dispositivo',
      body: 'Gracias por su consulta. Esto es lo que ofrecemos por lo que quiere vender.{% if total %}\n\nEn total son {{ total | money }}. El precio está garantizado hasta el {{ valid_until | day }}.{% else %}\n\nUn compañero mira su dispositivo y le envía un precio, normalmente en un día laborable.{% endif %}\n\nPara seguir, díganos cómo nos llega el dispositivo y cómo quiere cobrar. Se tarda un minuto más o menos.',
      button: 'Seguir con mi oferta',
    },
    quote_reminder: {
      subject: 'Su oferta de {{ total | money }} le espera',
      body: 'Nos pidió un precio y aún no lo ha confirmado. Está garantizado hasta el {{ valid_until | day }}.\n\nSi ha cambiado de idea, no tiene que hacer nada.',
      button: 'Seguir con mi oferta',
    },
    quote_abandoned: {
      subject: 'Hemos apartado su oferta',
      body: 'No ha confirmado su oferta, así que la hemos apartado. Puede retomarla con el botón de abajo. Si para entonces el precio ha caducado, verá antes el nuevo.',
      button: 'Abrir mi oferta',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Su kit de envío y los próximos pasos{% else %}Le esperamos en la tienda{% endif %}',
      body: '{% if channel == "mail_in" %}Su oferta está confirmada. Imprima el adjunto: la página 1 explica cómo embalar y cerrar la sesión, la página 2 es la etiqueta.\n\nEnvíe el paquete antes del {{ due_at | day }}. Le escribimos en cuanto llegue.{% else %}Su oferta está confirmada. Le esperamos {% if visit_on %}el {{ visit_on }}{% endif %} en {{ store }}.\n\nTraiga el dispositivo, el cargador si lo tiene y un documento de identidad. Cierre antes la sesión de su cuenta; así podremos revisarlo enseguida.{% endif %}',
      button: 'Ver mi oferta',
    },
    offer_expired: {
      subject: 'Su oferta ha caducado',
      body: '{% if channel == "mail_in" %}No hemos visto su paquete en la fecha acordada, así que la oferta ha caducado. ¿Lo envió de todos modos? No se preocupe: lo recibimos y le escribimos.{% else %}No le hemos visto en la fecha acordada, así que la oferta ha caducado.{% endif %}\n\nPuede retomarla cuando quiera; si el precio ha cambiado, lo verá antes.',
      button: 'Retomar mi oferta',
    },
    ship_reminder: {
      subject: 'No olvide su paquete: le esperan {{ total | money }}',
      body: 'Aún no hemos visto su paquete. Entréguelo antes del {{ due_at | day }} para mantener su precio.\n\n¿Ya está en camino? Entonces ignore este mensaje.',
      button: 'Imprimir el kit otra vez',
    },
    visit_reminder: {
      subject: 'Su visita a {{ store }}',
      body: 'Su oferta le espera en {{ store }}. Venga antes del {{ due_at | day }} para mantener su precio.',
      button: 'Ver mi oferta',
    },
    cancelled: {
      subject: 'Su oferta está cancelada',
      body: 'Su oferta está cancelada{% if reason %}: {{ reason }}{% endif %}. No nos debe nada. Si aun así llega un paquete, se lo devolvemos.',
      button: 'Ver mi oferta',
    },
    in_transit: {
      subject: 'Su paquete está en camino',
      body: 'El transportista tiene su paquete{% if tracking %} (número {{ tracking }}){% endif %}. Le escribimos cuando llegue.',
      button: 'Seguir mi oferta',
    },
    delivered: {
      subject: 'Su paquete ha llegado',
      body: 'El transportista indica que se ha entregado. Ahora lo abrimos y revisamos, normalmente el mismo día laborable.',
      button: 'Seguir mi oferta',
    },
    delayed: {
      subject: 'Su paquete parece retrasado',
      body: 'El transportista comunica un problema con su paquete{% if tracking %} (número {{ tracking }}){% endif %} o lleva tiempo sin decir nada. Le hemos preguntado y le contaremos lo que sepamos. Guarde el resguardo del envío.',
      button: 'Seguir mi oferta',
    },
    received: {
      subject: 'Tenemos su dispositivo',
      body: 'Su dispositivo ha llegado y está en nuestra mesa. Primero comprobamos su número y que la sesión esté cerrada, después lo probamos.\n\nTendrá noticias nuestras en pocos días laborables.',
      button: 'Seguir mi oferta',
    },
    inspection_passed: {
      subject: 'Revisión superada',
      body: 'Su dispositivo es como lo describió. El precio queda como se acordó.',
      button: 'Seguir mi oferta',
    },
    revised_offer: {
      subject: 'Por favor, mire: nuestra oferta ha cambiado',
      body: 'Hemos encontrado algo distinto de su descripción{% if reason %}: {{ reason }}{% endif %}. En su página ve ambas cosas lado a lado, con fotos y el nuevo precio.\n\nUsted decide: aceptar, o rechazar y recuperar su dispositivo gratis. Responda antes del {{ due_at | day }}.',
      button: 'Ver la oferta y responder',
    },
    revised_offer_reminder: {
      subject: 'Esperamos su respuesta',
      body: 'Nuestra oferta modificada sigue abierta. Acéptela, o rechácela y recupere su dispositivo. Responda antes del {{ due_at | day }}.',
      button: 'Ver la oferta y responder',
    },
    revised_offer_accepted: {
      subject: 'Gracias, el nuevo precio está acordado',
      body: 'El nuevo precio está acordado. Preparamos su pago.',
      button: 'Seguir mi oferta',
    },
    revised_offer_declined: {
      subject: 'Su dispositivo vuelve con usted',
      body: 'La oferta modificada no se ha aceptado, así que su dispositivo vuelve con usted sin coste. Le escribimos cuando salga.',
      button: 'Seguir mi oferta',
    },
    on_hold_general: {
      subject: 'Tenemos una pregunta sobre su dispositivo',
      body: 'Su dispositivo está aquí, pero antes de seguir hay que aclarar algo. Un compañero se ocupa y le contacta si necesitamos algo de usted.',
      button: 'Seguir mi oferta',
    },
    on_hold_activation_lock: {
      subject: 'Por favor, quite el dispositivo de su cuenta',
      body: 'Su dispositivo sigue unido a su cuenta: nadie más puede usarlo y no podemos probarlo.\n\nPuede quitarlo a distancia: entre en su cuenta en la web, elija el dispositivo y quítelo. Su página lo explica paso a paso. Después avísenos allí.',
      button: 'Cómo quitar el bloqueo',
    },
    on_hold_proof_of_purchase: {
      subject: 'Por favor, envíenos su prueba de compra',
      body: 'Su dispositivo está aquí, gracias por embalarlo tan bien. En algunos dispositivos recientes comprobamos la propiedad antes de pagar. Protege a quienes les robaron el suyo y no significa que sospechemos de usted.\n\nBasta con uno de estos: factura, recibo, confirmación de pedido, contrato del operador o póliza de seguro. Vale una foto.',
      button: 'Abrir mi oferta',
    },
    hold_reminder: {
      subject: 'Aún necesitamos algo de usted',
      body: 'Seguimos esperando su respuesta y su dispositivo espera con nosotros. Su página muestra qué falta.',
      button: 'Ver qué falta',
    },
    hold_released: {
      subject: 'Resuelto: seguimos con su dispositivo',
      body: 'Lo que retenía su dispositivo está resuelto. Seguimos donde lo dejamos.',
      button: 'Seguir mi oferta',
    },
    payout_ready: {
      subject: 'Todo en orden: preparamos sus {{ total | money }}',
      body: 'Su dispositivo está revisado y el precio acordado. Pagamos {{ total | money }} por {{ method | word }}{% if account %} ({{ account }}){% endif %}, normalmente el siguiente día laborable.',
      button: 'Seguir mi oferta',
    },
    payout_submitted: {
      subject: 'Su pago está en camino',
      body: 'Hemos entregado su pago de {{ total | money }} ({{ method | word }}{% if account %}, {{ account }}{% endif %}). Le llegará en uno a tres días laborables.',
      button: 'Seguir mi oferta',
    },
    payout_failed: {
      subject: 'Su pago ha vuelto: revise sus datos',
      body: 'Nuestro pago de {{ total | money }} ha vuelto. Casi siempre falla una cifra de la cuenta. Revise y corrija sus datos; pagamos de nuevo enseguida.',
      button: 'Corregir mis datos',
    },
    paid: {
      subject: 'Pagado: {{ total | money }}',
      body: 'Hemos pagado {{ total | money }} por {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% if transaction %}\n\nReferencia del pago: {{ transaction }}{% endif %}\n\nGracias por dar una segunda vida a su dispositivo.',
      button: 'Ver mi oferta',
    },
    withdrawn: {
      subject: 'Recupera su dispositivo',
      body: 'Como pidió, lo dejamos aquí y le devolvemos su dispositivo sin coste. Le escribimos cuando salga, o lo recoge en la tienda.',
      button: 'Seguir mi oferta',
    },
    sent_back: {
      subject: 'Su dispositivo ha salido',
      body: '{% if tracking %}Su dispositivo vuelve con {{ carrier }}, número {{ tracking }}.{% else %}Le hemos entregado su dispositivo. Gracias por su visita.{% endif %}',
      button: 'Ver mi oferta',
    },
    link_code: {
      subject: '{{ code }} es su código',
      body: 'Su código es {{ code }}. Vale diez minutos, en la página que lo pide. Nunca lo pedimos por teléfono. Si no lo ha pedido, ignore este mensaje.',
    },
    new_link: {
      subject: 'Su enlace',
      body: 'Aquí tiene un enlace nuevo a su oferta. Es solo para usted: no lo comparta.',
      button: 'Abrir mi oferta',
    },
  },
};

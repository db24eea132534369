/** Spanish macros. */
import type { MacroWords } from './words.ts';

export const ES_MACROS: MacroWords = {
  device_received: {
    name: 'Hemos recibido su dispositivo',
    subject: 'Tenemos {{ count | one_or_many: "su dispositivo", "sus dispositivos" }}',
    body: 'Buenas noticias: {{ count | one_or_many: "su dispositivo ha llegado", "sus dispositivos han llegado" }} bien:{% for device in devices %}\n- {{ device.title }}{% endfor %}\n\nAhora lo comprobamos y hacemos las pruebas, y le escribimos en cuanto sepamos más. Hasta entonces no tiene que hacer nada.',
  },
  sorry_for_delay: {
    name: 'Sentimos el retraso',
    subject: 'Sentimos que tarde más de lo habitual',
    body: 'Lo sentimos: esto tarda más de lo que puede esperar de nosotros. No hemos olvidado {{ count | one_or_many: "su dispositivo", "sus dispositivos" }} y estamos en ello.\n\nLe escribimos en cuanto haya novedades. En su página puede ver siempre cómo va.',
  },
  sign_out_and_reset: {
    name: 'Cierre la sesión y restablezca',
    subject:
      'Por favor, quite {{ count | one_or_many: "el dispositivo", "los dispositivos" }} de su cuenta y {{ count | one_or_many: "restablézcalo", "restablézcalos" }}',
    body: 'Antes de poder seguir, {{ count | one_or_many: "su dispositivo tiene que estar quitado", "sus dispositivos tienen que estar quitados" }} de su cuenta. Si no, nadie más puede {{ count | one_or_many: "usarlo", "usarlos" }}.\n\n- iPhone o iPad: entre en icloud.com/find, elija el dispositivo, bórrelo y quítelo de su cuenta.\n- Android: entre en su cuenta de Google en la web, abra Seguridad y después Tus dispositivos, elija el dispositivo y cierre la sesión. En el propio dispositivo: quite la cuenta en los ajustes y después restablézcalo.\n\nCompruebe antes que tiene copia de todo lo que quiere conservar. Avísenos cuando esté hecho: basta con responder a este mensaje.',
  },
  more_information: {
    name: 'Necesitamos algún dato más',
    subject: 'Necesitamos algún dato más',
    body: 'Antes de poder seguir, necesitamos algún dato más de usted:\n\n- …\n\nBasta con responder a este mensaje. Puede adjuntar fotos.',
  },
  where_is_my_payout: {
    name: '¿Dónde está mi pago?',
    subject: 'Sobre su pago',
    body: 'Nos ha preguntado por su pago{% if total %} de {{ total | money }}{% endif %}.{% if method %} Eligió cobrar {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% endif %}{% if method == "bank" %} Desde que damos la orden, los bancos suelen necesitar de uno a tres días laborables; los fines de semana y festivos no cuentan.{% endif %}\n\nEn su página ve si el pago está en camino. Si pasado ese tiempo no ha llegado, o algo no es correcto, responda a este mensaje y lo aclaramos.',
  },
};

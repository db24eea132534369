/** Español. */
import type { KitWords } from '../wording.ts';

export const ES: KitWords = {
  title: 'Prepare su paquete',
  reference: 'Referencia',
  shipBy: 'Envíelo como muy tarde el {date}',
  shipByNote: 'Si lo entrega ese día o antes, mantenemos el precio, siempre que todo sea como lo describió.',
  inside: 'Qué va en el paquete',
  insideNote: 'Envíe solo lo que figura en esta lista. Quédese con fundas y cables si no aparecen en ella.',
  backUp: {
    title: 'Guarde lo que quiera conservar',
    body: 'Haga una copia de fotos, contactos y mensajes, o páselos a su nuevo dispositivo. Lo que quede en el dispositivo cuando llegue se borra para siempre.',
  },
  signOut: {
    title: 'Cierre la sesión y borre todo',
    body: 'Un dispositivo vinculado a una cuenta no lo puede usar nadie más. Solo podemos pagar cuando la sesión está cerrada.',
  },
  systems: {
    apple: {
      name: 'iPhone y iPad',
      how: 'Ajustes › su nombre › Cerrar sesión, e introduzca la contraseña: así se desactiva Buscar. Después Ajustes › General › Transferir o restablecer › Borrar contenidos y ajustes. ¿Ya no se enciende? Elimínelo en icloud.com/find.',
    },
    apple_watch: {
      name: 'Apple Watch',
      how: 'En su iPhone: app Watch › Todos los relojes › botón de información › Desenlazar Apple Watch, e introduzca la contraseña. Así el reloj queda sin sesión y borrado.',
    },
    mac: {
      name: 'Mac',
      how: 'Ajustes del Sistema › General › Transferir o restablecer › Borrar contenidos y ajustes. Así se cierra la sesión y se desactiva Buscar.',
    },
    samsung: {
      name: 'Teléfono o tableta Samsung',
      how: 'Ajustes › Cuentas y copia de seguridad › Administrar cuentas: elimine su cuenta de Samsung y su cuenta de Google. Después Ajustes › Administración general › Restablecer › Restablecer datos de fábrica.',
    },
    android: {
      name: 'Teléfono o tableta Android',
      how: 'Ajustes › Contraseñas y cuentas: elija su cuenta de Google › Quitar cuenta. Después Ajustes › Sistema › Opciones de recuperación › Borrar todos los datos.',
    },
    windows: {
      name: 'Portátil con Windows',
      how: 'Configuración › Sistema › Recuperación › Restablecer este PC › Quitar todo. Si el disco está cifrado, tenga a mano la clave de recuperación.',
    },
    watch: {
      name: 'Otro reloj',
      how: 'Desenlace el reloj en la aplicación del teléfono y después restablézcalo en los ajustes del propio reloj.',
    },
  },
  empty: {
    title: 'Saque la SIM y la tarjeta de memoria',
    body: 'Elimine también la eSIM en los ajustes. Las tarjetas que se queden dentro no se pueden devolver.',
  },
  pack: {
    title: 'Embálelo bien',
    body: 'Apague cada dispositivo y envuélvalo en plástico de burbujas o en un paño suave. Use una caja resistente y rellénela para que nada se mueva al agitarla. No envíe nunca una batería hinchada o dañada: llámenos antes.',
  },
  send: {
    title: 'Pegue la etiqueta y envíelo',
    body: 'Imprima la última página y péguela plana en la cara más grande, sin cinta sobre las barras. Pida un justificante con número de seguimiento y guárdelo hasta que le paguemos.',
  },
  next: {
    title: 'Qué pasa después',
    body: 'Cuando llegue su paquete, le avisamos, revisamos cada dispositivo y pagamos el precio acordado. Si encontramos algo distinto de lo que describió, le hacemos una nueva oferta y usted decide. El enlace de nuestros correos muestra siempre cómo va todo.',
  },
  questions: '¿Preguntas? Le ayudamos con gusto.',
  from: 'Remitente',
  to: 'Destinatario',
  postage: 'Franqueo',
  contents: { one: '1 artículo', many: '{count} artículos' },
  labelShipBy: 'Enviar hasta el {date}',
  cut: 'Corte por aquí. La mitad de arriba va pegada por fuera del paquete.',
  slip: 'Meta esta mitad en el paquete',
  slipNote: 'Así sabremos de quién es el paquete aunque se despegue la etiqueta.',
  returnTo: 'Si un dispositivo tiene que volver, lo enviamos a',
};

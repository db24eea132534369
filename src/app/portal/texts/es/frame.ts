/** Spanish: what stands on every page. */
import type { frame as en } from '../en/frame.ts';

export const frame: Record<keyof typeof en, string> = {
  skip: 'Ir al contenido',
  language: 'Idioma',
  back: 'Atrás',
  continue: 'Continuar',
  save: 'Guardar',
  change: 'Cambiar',
  optional: '(opcional)',
  step: 'Paso {n} de {of}',
  'error.title': '{count, plural, one {Hay un problema} other {Hay # problemas}}',
  'error.word': 'Error:',
  'footer.sell': 'Vender un dispositivo',
  'footer.link': 'Nuevo enlace a su oferta',
  'footer.questions': '¿Preguntas?',
  'footer.care': 'Usamos sus datos para gestionar su oferta y para nada más.',
  'category.phone': 'Teléfono',
  'category.tablet': 'Tableta',
  'category.laptop': 'Portátil',
  'category.watch': 'Reloj',
  'page.notFound': 'Esta página no existe',
  'page.notFound.body':
    'Puede que la dirección esté mal escrita o que la página se haya movido. Empiece de nuevo abajo.',
  'page.failed': 'Algo ha salido mal',
  'page.failed.body':
    'Es culpa nuestra, no suya. No se ha perdido nada de lo que escribió: vuelva atrás e inténtelo en un minuto. Si ocurre otra vez, díganos este número: {id}',
  'page.busy': 'Demasiado rápido',
  'page.busy.body':
    'Ha enviado más solicitudes de las que podemos atender para una persona. Espere un minuto e inténtelo de nuevo.',
  'page.privateLink': 'Abra primero su enlace',
  'page.privateLink.body':
    'Esta página pertenece a una oferta. Ábrala con el enlace de nuestro correo. ¿No lo tiene a mano? Podemos enviarle uno nuevo.',
  'refusal.unknown': 'No ha funcionado: {why}',
};

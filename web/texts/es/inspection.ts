/** Words of an inspection: the suggested grade, whose it is, told beside found, two opinions. */
import type { Texts } from '../en.ts';

export const inspection: Texts['inspection'] = {
  suggested: (cosmetic: string, functional: string) =>
    `Nota según las comprobaciones: ${cosmetic}, ${functional}`,
  because: (checks: string) => `Debido a: ${checks}`,
  otherGrade: 'otra nota necesita un comentario',
  time: 'Tiempo dedicado',
  paused: 'en pausa',
  note: 'Nota',
  addNote: 'Añadir una nota',
  said: (answer: string) => `Vendedor: ${answer}`,
  differs: 'no coincide',
  version: 'Versión encontrada',
  asSaid: 'Como dice el vendedor',
  notLooked: 'Sin comprobar',
  accessories: 'Incluido',
  accessoryNames: {
    charger: 'Cargador',
    cable: 'Cable',
    box: 'Caja',
    pen: 'Lápiz',
    keyboard: 'Teclado',
    strap: 'Correa',
  },
  here: 'Está',
  missing: 'Falta',
  correct: 'Corregir una respuesta a mano',
  correctHelp:
    'Las comprobaciones responden a las preguntas hechas al vendedor. Si no lo dicen todo, indique aquí lo que ha encontrado.',
  asChecked: 'Como dicen las comprobaciones',
  somebody: 'Otra persona',
  held: (name: string, ago: string) => `${name} está probando este dispositivo, última actividad ${ago}.`,
  heldNow: (name: string) => `${name} está probando este dispositivo ahora mismo.`,
  begun: (when: string) => `Empezado el ${when}.`,
  lost: 'Tu último cambio no se ha guardado.',
  takeOver: 'Continuar yo',
  inspector: 'Inspeccionado por',
  beside: 'Declarado y encontrado',
  asTold: 'Todo es como dijo el vendedor.',
  sideBySide: 'Dos inspecciones, una al lado de la otra',
  disputed: (reason: string) => `Por qué una segunda: ${reason}`,
  compared: 'Revisado',
  first: 'Primera',
  second: 'Segunda',
  differences: (n: number) =>
    n === 0
      ? 'Las dos encontraron lo mismo.'
      : n === 1
        ? 'Difieren en un punto.'
        : `Difieren en ${n} puntos.`,
  alike: (n: number) =>
    n === 1 ? '1 comprobación con el mismo resultado' : `${n} comprobaciones con el mismo resultado`,
  keysTitle: 'En el banco',
  keyGo: 'Ir a la inspección',
  keyCheck: 'De una comprobación a otra',
  keyResult: 'Correcto, fallo, no procede',
  keyNote: 'Nota sobre esta comprobación',
  keyComplete: 'Terminar la inspección',
};

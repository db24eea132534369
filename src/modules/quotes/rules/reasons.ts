/** What each reason of a revised offer is called to the seller, in every language. */
import { texts, type Texts } from '../../catalog/rules/questions.ts';
import { isRevisionReason, type RevisionReason } from './revision.ts';

const REASON_TEXTS: Readonly<Record<RevisionReason, Texts>> = {
  screen_damage: texts(
    'The screen is damaged',
    'Het scherm is beschadigd',
    'Das Display ist beschädigt',
    'L’écran est abîmé',
    'La pantalla está dañada',
  ),
  body_damage: texts(
    'The housing is damaged',
    'De behuizing is beschadigd',
    'Das Gehäuse ist beschädigt',
    'La coque est abîmée',
    'La carcasa está dañada',
  ),
  battery_worn: texts(
    'The battery is worn',
    'De batterij is versleten',
    'Der Akku ist verschlissen',
    'La batterie est usée',
    'La batería está desgastada',
  ),
  not_working: texts(
    'It does not switch on or does not work',
    'Het gaat niet aan of werkt niet',
    'Es lässt sich nicht einschalten oder funktioniert nicht',
    'Il ne s’allume pas ou ne fonctionne pas',
    'No se enciende o no funciona',
  ),
  function_broken: texts(
    'A function does not work',
    'Een functie werkt niet',
    'Eine Funktion geht nicht',
    'Une fonction ne marche pas',
    'Una función no va bien',
  ),
  water_damage: texts(
    'There are traces of water inside',
    'Er zit vochtschade in',
    'Im Inneren sind Wasserspuren',
    'Il y a des traces d’eau à l’intérieur',
    'Hay señales de agua en el interior',
  ),
  wrong_model: texts(
    'It is another model',
    'Het is een ander model',
    'Es ist ein anderes Modell',
    'C’est un autre modèle',
    'Es otro modelo',
  ),
  wrong_storage: texts(
    'It is another version or has another storage size',
    'Het is een andere uitvoering of heeft een andere opslag',
    'Es ist eine andere Ausführung oder hat einen anderen Speicher',
    'C’est une autre version ou une autre capacité',
    'Es otra versión o tiene otra capacidad',
  ),
  missing_accessory: texts(
    'Something that belongs to it is missing',
    'Er ontbreekt iets dat erbij hoort',
    'Es fehlt etwas, das dazugehört',
    'Il manque quelque chose',
    'Falta algo que lo acompaña',
  ),
  locked: texts(
    'It is locked',
    'Het is vergrendeld',
    'Es ist gesperrt',
    'Il est verrouillé',
    'Está bloqueado',
  ),
  not_original_parts: texts(
    'It holds parts that are not original',
    'Er zitten onderdelen in die niet origineel zijn',
    'Es enthält Teile, die nicht original sind',
    'Il contient des pièces qui ne sont pas d’origine',
    'Lleva piezas que no son originales',
  ),
  other: texts('Something else', 'Iets anders', 'Etwas anderes', 'Autre chose', 'Otra cosa'),
};

/** A reason in every language; one that an older program wrote reads as “something else”. */
export function reasonTexts(reason: string): Texts {
  return REASON_TEXTS[isRevisionReason(reason) ? reason : 'other'];
}

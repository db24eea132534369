/**
 * Questions that several categories ask in the same words. Where a figure comes from: condition ratios are the
 * medians in db/catalog/ratios.json (good/flawless 1.00, tenth percentile 0.87; damaged/flawless 0.40); the
 * deductions for single faults follow what buyers publish (no power 0.20 of flawless, camera −15 %, touch −20 %,
 * speaker or microphone −8 %, network lock −6 %).
 */
import type { Answer, Question } from '../questions.ts';
import { texts } from '../questions.ts';

/** Share of the flawless price, in percent, where the book itself names no price for the condition. */
export const GOOD_PERCENT = 93;
export const DAMAGED_PERCENT = 40;

/** “I'm not sure”: priced like the middle answer, so that honesty costs little and the inspection decides. */
export function notSure(effect: Answer['effect']): Answer {
  return {
    key: 'not_sure',
    label: texts(
      "I'm not sure",
      'Ik weet het niet zeker',
      'Ich bin nicht sicher',
      'Je ne sais pas',
      'No estoy seguro',
    ),
    detail: texts(
      'No problem: we look when it is here.',
      'Geen probleem: wij kijken als het toestel hier is.',
      'Kein Problem: Wir sehen nach, wenn das Gerät hier ist.',
      'Pas de souci : nous vérifierons à la réception.',
      'No pasa nada: lo comprobaremos cuando llegue.',
    ),
    unsure: true,
    effect,
  };
}

export const powersOn: Question = {
  key: 'powers_on',
  label: texts(
    'Does it switch on and stay on?',
    'Gaat het aan en blijft het aan?',
    'Lässt es sich einschalten und bleibt es an?',
    'S’allume-t-il et reste-t-il allumé ?',
    '¿Se enciende y permanece encendido?',
  ),
  help: texts(
    'Charge it for a few minutes first if the battery is empty.',
    'Laad het eerst een paar minuten op als de batterij leeg is.',
    'Laden Sie es zuerst einige Minuten, falls der Akku leer ist.',
    'Chargez-le d’abord quelques minutes si la batterie est vide.',
    'Cárguelo antes unos minutos si la batería está vacía.',
  ),
  answers: [
    { key: 'yes', label: texts('Yes', 'Ja', 'Ja', 'Oui', 'Sí'), effect: { kind: 'none' } },
    {
      key: 'no',
      label: texts(
        'No, or it restarts by itself',
        'Nee, of het start vanzelf opnieuw op',
        'Nein, oder es startet von selbst neu',
        'Non, ou il redémarre tout seul',
        'No, o se reinicia solo',
      ),
      effect: { kind: 'percent', value: 80 },
    },
  ],
};

export const ownership: Question = {
  key: 'ownership',
  label: texts(
    'Is it yours to sell?',
    'Is het van jou en mag je het verkopen?',
    'Gehört es Ihnen und dürfen Sie es verkaufen?',
    'Est-il à vous et libre à la vente ?',
    '¿Es suyo y puede venderlo?',
  ),
  answers: [
    {
      key: 'mine',
      label: texts(
        'Yes, mine and paid for',
        'Ja, van mij en afbetaald',
        'Ja, meins und bezahlt',
        'Oui, à moi et payé',
        'Sí, es mío y está pagado',
      ),
      effect: { kind: 'none' },
    },
    {
      key: 'contract',
      label: texts(
        'It is still being paid off or rented',
        'Het wordt nog afbetaald of gehuurd',
        'Es wird noch abbezahlt oder ist gemietet',
        'Il est encore en cours de paiement ou loué',
        'Aún se está pagando o es de alquiler',
      ),
      effect: {
        kind: 'refuse',
        code: 'not_paid_off',
        why: texts(
          'We can only buy a device that is fully paid for. Please come back when it is.',
          'Wij kopen alleen toestellen die helemaal zijn afbetaald. Kom gerust terug als dat zo is.',
          'Wir kaufen nur Geräte, die vollständig bezahlt sind. Kommen Sie gern wieder, wenn es so weit ist.',
          'Nous n’achetons que des appareils entièrement payés. Revenez quand ce sera le cas.',
          'Solo compramos dispositivos totalmente pagados. Vuelva cuando lo esté.',
        ),
      },
    },
    {
      key: 'lost_or_stolen',
      label: texts(
        'It was found, or reported lost or stolen',
        'Het is gevonden, of als verloren of gestolen gemeld',
        'Es wurde gefunden oder als verloren oder gestohlen gemeldet',
        'Il a été trouvé, ou déclaré perdu ou volé',
        'Fue encontrado, o denunciado como perdido o robado',
      ),
      effect: {
        kind: 'refuse',
        code: 'reported_stolen',
        why: texts(
          'We cannot buy a device that was found or reported lost or stolen. Please hand it to the police or its network.',
          'Wij kopen geen gevonden of als verloren of gestolen gemelde toestellen. Lever het in bij de politie of de provider.',
          'Wir kaufen keine gefundenen oder als verloren oder gestohlen gemeldeten Geräte. Bitte geben Sie es bei der Polizei oder dem Anbieter ab.',
          'Nous n’achetons pas d’appareil trouvé ou déclaré perdu ou volé. Remettez-le à la police ou à l’opérateur.',
          'No compramos dispositivos encontrados ni denunciados como perdidos o robados. Entréguelo a la policía o al operador.',
        ),
      },
    },
  ],
};

/** Signing out of the maker's account; the names of the accounts differ by category. */
export function account(names: string): Question {
  return {
    key: 'account',
    label: texts(
      `Can you sign out of its account (${names})?`,
      `Kun je het toestel loskoppelen van het account (${names})?`,
      `Können Sie sich vom Konto abmelden (${names})?`,
      `Pouvez-vous le déconnecter de son compte (${names}) ?`,
      `¿Puede cerrar la sesión de su cuenta (${names})?`,
    ),
    help: texts(
      'A device that is still signed in is locked for everybody else, and we cannot pay for it.',
      'Een toestel met een actief account is voor ieder ander vergrendeld; dan kunnen wij niet betalen.',
      'Ein noch angemeldetes Gerät ist für alle anderen gesperrt; dann können wir nicht bezahlen.',
      'Un appareil encore connecté est verrouillé pour tout autre utilisateur : nous ne pouvons pas le payer.',
      'Un dispositivo con la sesión abierta queda bloqueado para los demás y no podemos pagarlo.',
    ),
    answers: [
      {
        key: 'yes',
        label: texts(
          'Yes: done, or before I send it',
          'Ja: al gedaan, of voordat ik het opstuur',
          'Ja: erledigt, oder bevor ich es einsende',
          'Oui : c’est fait, ou ce le sera avant l’envoi',
          'Sí: ya está, o lo haré antes de enviarlo',
        ),
        effect: { kind: 'none' },
      },
      notSure({ kind: 'none' }),
      {
        key: 'no',
        label: texts(
          'No, I do not know the password',
          'Nee, ik weet het wachtwoord niet',
          'Nein, ich kenne das Passwort nicht',
          'Non, je n’ai pas le mot de passe',
          'No, no conozco la contraseña',
        ),
        effect: {
          kind: 'refuse',
          code: 'account_locked',
          why: texts(
            'We cannot buy a device that stays locked to an account. The maker can help you get your password back.',
            'Wij kopen geen toestel dat aan een account vergrendeld blijft. De fabrikant helpt je om je wachtwoord terug te krijgen.',
            'Wir kaufen kein Gerät, das an ein Konto gesperrt bleibt. Der Hersteller hilft Ihnen, das Passwort zurückzusetzen.',
            'Nous n’achetons pas d’appareil verrouillé par un compte. Le fabricant peut vous aider à retrouver le mot de passe.',
            'No compramos dispositivos bloqueados por una cuenta. El fabricante puede ayudarle a recuperar la contraseña.',
          ),
        },
      },
    ],
  };
}

export const network: Question = {
  key: 'network',
  label: texts(
    'Does it work with a SIM of any network?',
    'Werkt het met een simkaart van elke provider?',
    'Funktioniert es mit der SIM jedes Anbieters?',
    'Accepte-t-il la SIM de tous les opérateurs ?',
    '¿Funciona con la SIM de cualquier operador?',
  ),
  answers: [
    { key: 'any', label: texts('Yes', 'Ja', 'Ja', 'Oui', 'Sí'), effect: { kind: 'none' } },
    notSure({ kind: 'none' }),
    {
      key: 'locked',
      label: texts(
        'No, only one network',
        'Nee, maar één provider',
        'Nein, nur ein Anbieter',
        'Non, un seul opérateur',
        'No, solo un operador',
      ),
      effect: { kind: 'percent', value: 6 },
    },
  ],
};

/** A question about a surface: like new, worn, cracked. */
export function surface(
  key: string,
  label: Question['label'],
  worn: Answer['detail'],
  broken: { label: Answer['label']; detail?: Answer['detail']; key: string },
): Question {
  return {
    key,
    label,
    answers: [
      {
        key: 'like_new',
        label: texts('Like new', 'Als nieuw', 'Wie neu', 'Comme neuf', 'Como nuevo'),
        detail: texts(
          'No scratches you can see.',
          'Geen zichtbare krassen.',
          'Keine sichtbaren Kratzer.',
          'Aucune rayure visible.',
          'Sin arañazos visibles.',
        ),
        effect: { kind: 'none' },
      },
      {
        key: 'worn',
        label: texts('Signs of use', 'Gebruikssporen', 'Gebrauchsspuren', 'Traces d’usage', 'Señales de uso'),
        detail: worn,
        effect: { kind: 'condition', condition: 'good', percent: GOOD_PERCENT },
      },
      {
        key: broken.key,
        label: broken.label,
        detail: broken.detail,
        effect: { kind: 'condition', condition: 'damaged', percent: DAMAGED_PERCENT },
      },
      notSure({ kind: 'condition', condition: 'good', percent: GOOD_PERCENT }),
    ],
  };
}

export const CRACKED = texts(
  'Cracked or chipped',
  'Barst of stuk eraf',
  'Riss oder Absplitterung',
  'Fissuré ou ébréché',
  'Agrietado o roto',
);
export const LIGHT_SCRATCHES = texts(
  'Light scratches or small marks.',
  'Lichte krassen of kleine plekjes.',
  'Leichte Kratzer oder kleine Macken.',
  'Rayures légères ou petites marques.',
  'Arañazos leves o pequeñas marcas.',
);

/** A preset's name, shared by all categories. */
export const PRESET_LABELS = {
  like_new: texts(
    'Works, looks like new',
    'Werkt, ziet eruit als nieuw',
    'Funktioniert, sieht aus wie neu',
    'Fonctionne, comme neuf',
    'Funciona, como nuevo',
  ),
  used: texts(
    'Works, ordinary signs of use',
    'Werkt, normale gebruikssporen',
    'Funktioniert, normale Gebrauchsspuren',
    'Fonctionne, traces d’usage normales',
    'Funciona, con señales normales de uso',
  ),
  cracked: texts(
    'Works, but the screen is cracked',
    'Werkt, maar het scherm is gebarsten',
    'Funktioniert, aber das Display ist gesprungen',
    'Fonctionne, mais l’écran est fissuré',
    'Funciona, pero la pantalla está rota',
  ),
} as const;

/** Dutch macros. */
import type { MacroWords } from './words.ts';

export const NL_MACROS: MacroWords = {
  device_received: {
    name: 'We hebben uw toestel ontvangen',
    subject: 'We hebben uw {{ count | one_or_many: "toestel", "toestellen" }}',
    body: 'Goed nieuws: uw {{ count | one_or_many: "toestel is", "toestellen zijn" }} goed aangekomen:{% for device in devices %}\n- {{ device.title }}{% endfor %}\n\nNu controleren en testen we. U hoort van ons zodra we meer weten. Tot die tijd hoeft u niets te doen.',
  },
  sorry_for_delay: {
    name: 'Sorry voor de vertraging',
    subject: 'Sorry dat het langer duurt dan anders',
    body: 'Het spijt ons: dit duurt langer dan u van ons mag verwachten. We zijn uw {{ count | one_or_many: "toestel", "toestellen" }} niet vergeten en werken eraan.\n\nU hoort van ons zodra er nieuws is. Op uw pagina ziet u altijd hoe het ervoor staat.',
  },
  sign_out_and_reset: {
    name: 'Graag uitloggen en terugzetten',
    subject: 'Log uit van uw account en zet {{ count | one_or_many: "het toestel", "de toestellen" }} terug',
    body: 'Voordat we verder kunnen, moet uw {{ count | one_or_many: "toestel", "toestellen" }} uitgelogd zijn van uw account. Anders kan niemand anders {{ count | one_or_many: "het", "ze" }} gebruiken.\n\n- iPhone of iPad: log in op icloud.com/find, kies het toestel, wis het en verwijder het uit uw account.\n- Android: log op het web in op uw Google-account, open Beveiliging en dan Je apparaten, kies het toestel en log het uit. Op het toestel zelf: verwijder het account in de instellingen en zet het daarna terug.\n\nControleer eerst of u een kopie heeft van alles wat u wilt bewaren. Laat ons weten als het klaar is: beantwoord gewoon deze mail.',
  },
  more_information: {
    name: 'We hebben nog wat informatie nodig',
    subject: 'We hebben nog wat informatie van u nodig',
    body: 'Voordat we verder kunnen, hebben we nog wat informatie van u nodig:\n\n- …\n\nBeantwoord gewoon deze mail. Foto’s mogen als bijlage.',
  },
  where_is_my_payout: {
    name: 'Waar blijft mijn geld?',
    subject: 'Over uw uitbetaling',
    body: 'U vroeg naar uw uitbetaling{% if total %} van {{ total | money }}{% endif %}.{% if method %} U koos voor uitbetaling {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% endif %}{% if method == "bank" %} Als wij de opdracht hebben gegeven, doen banken er meestal één tot drie werkdagen over; weekenden en feestdagen tellen niet mee.{% endif %}\n\nOp uw pagina ziet u of de uitbetaling onderweg is. Is het geld er dan nog niet, of klopt er iets niet? Beantwoord deze mail, dan zoeken we het uit.',
  },
};

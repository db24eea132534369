/** Nederlands. */
import type { KitWords } from '../wording.ts';

export const NL: KitWords = {
  title: 'Zo maak je je pakket klaar',
  reference: 'Referentie',
  shipBy: 'Verstuur het uiterlijk op {date}',
  shipByNote:
    'Lever je het uiterlijk die dag in, dan staat onze prijs vast, zolang alles is zoals je het beschreef.',
  inside: 'Wat er in het pakket gaat',
  insideNote: 'Stuur alleen wat op deze lijst staat. Hoesjes en kabels houd je zelf, tenzij ze erbij staan.',
  backUp: {
    title: 'Bewaar wat je wilt houden',
    body: 'Maak een back-up van foto’s, contacten en berichten, of zet ze over op je nieuwe toestel. Wat er nog op staat als het bij ons aankomt, wordt voorgoed gewist.',
  },
  signOut: {
    title: 'Log uit en wis alles',
    body: 'Een toestel dat nog aan een account vastzit, kan niemand anders gebruiken. We kunnen pas betalen als het is uitgelogd.',
  },
  systems: {
    apple: {
      name: 'iPhone en iPad',
      how: 'Instellingen › je naam › Log uit, en vul je wachtwoord in: daarmee gaat Zoek mijn uit. Daarna Instellingen › Algemeen › Zet over of stel opnieuw in › Wis alle inhoud en instellingen. Gaat het toestel niet meer aan? Verwijder het op icloud.com/find.',
    },
    apple_watch: {
      name: 'Apple Watch',
      how: 'Op je iPhone: Watch-app › Alle watches › infoknop › Ontkoppel Apple Watch, en vul je wachtwoord in. Daarmee is het horloge uitgelogd en gewist.',
    },
    mac: {
      name: 'Mac',
      how: 'Systeeminstellingen › Algemeen › Zet over of stel opnieuw in › Wis alle inhoud en instellingen. Daarmee ben je uitgelogd en staat Zoek mijn uit.',
    },
    samsung: {
      name: 'Telefoon of tablet van Samsung',
      how: 'Instellingen › Accounts en back-up › Accounts beheren: verwijder je Samsung-account en je Google-account. Daarna Instellingen › Algemeen beheer › Resetten › Fabrieksinstellingen terugzetten.',
    },
    android: {
      name: 'Android-telefoon of -tablet',
      how: 'Instellingen › Wachtwoorden en accounts: kies je Google-account › Account verwijderen. Daarna Instellingen › Systeem › Opties voor resetten › Alle gegevens wissen.',
    },
    windows: {
      name: 'Windows-laptop',
      how: 'Instellingen › Systeem › Systeemherstel › Deze pc opnieuw instellen › Alles verwijderen. Is de schijf versleuteld, houd dan je herstelsleutel bij de hand.',
    },
    watch: {
      name: 'Ander horloge',
      how: 'Ontkoppel het horloge in de app op je telefoon en zet daarna op het horloge zelf de fabrieksinstellingen terug.',
    },
  },
  empty: {
    title: 'Haal simkaart en geheugenkaart eruit',
    body: 'Verwijder ook een eSIM via de instellingen. Kaarten die erin blijven zitten, kunnen we niet terugsturen.',
  },
  pack: {
    title: 'Pak het goed in',
    body: 'Zet elk toestel uit en wikkel het in noppenfolie of een zachte doek. Neem een stevige doos en vul die op, zodat er niets schuift als je schudt. Verstuur nooit een bolle of beschadigde batterij: bel ons eerst.',
  },
  send: {
    title: 'Plak het label op en verstuur',
    body: 'Print de laatste pagina en plak die vlak op de grootste kant, zonder plakband over de streepjes. Vraag om een bewijs met een volgnummer en bewaar het tot je betaald bent.',
  },
  next: {
    title: 'Hoe het verdergaat',
    body: 'Zodra je pakket er is, laten we het je weten, controleren we elk toestel en betalen we de afgesproken prijs. Vinden we iets anders dan je beschreef, dan doen we je een nieuw aanbod en beslis jij. Via de link in onze e-mails zie je altijd hoe het ervoor staat.',
  },
  questions: 'Vragen? We helpen je graag.',
  from: 'Afzender',
  to: 'Aan',
  postage: 'Frankeren',
  contents: { one: '1 artikel', many: '{count} artikelen' },
  labelShipBy: 'Versturen uiterlijk {date}',
  cut: 'Hier knippen. De bovenste helft gaat op de buitenkant van het pakket.',
  slip: 'Leg deze helft in het pakket',
  slipNote: 'Zo weten we van wie het pakket is, ook als het label loslaat.',
  returnTo: 'Moet een toestel naar je terug, dan sturen we het naar',
};

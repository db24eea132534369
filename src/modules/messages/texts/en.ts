/** English. */
import type { Words } from './words.ts';

export const EN: Words = {
  words: {
    hello: 'Hello',
    regards: 'Kind regards,',
    reference: 'Your reference',
    questions: 'Questions? We are happy to help:',
    bank: 'bank transfer',
    paypal: 'PayPal',
    store_credit: 'store credit',
    cash: 'cash',
  },
  texts: {
    quote_made: {
      subject: 'Your quote: {{ total | money }} for your device',
      body: 'Thank you for asking. Here is what we offer for what you want to sell.{% if total %}\n\nTogether that is {{ total | money }}. The price is locked until {{ valid_until | day }}.{% else %}\n\nA colleague looks at your device and mails you a price, usually within one working day.{% endif %}\n\nTo go on, confirm how your device reaches us and how you want to be paid. It takes about a minute.',
      button: 'Go on with my offer',
    },
    quote_reminder: {
      subject: 'Your quote of {{ total | money }} is still waiting',
      body: 'You asked us for a price and have not confirmed it yet. It is locked until {{ valid_until | day }}.\n\nIf you changed your mind, you need not do anything.',
      button: 'Go on with my offer',
    },
    quote_abandoned: {
      subject: 'We have set your quote aside',
      body: 'You did not confirm your quote, so we have set it aside. You can still take it up: open it with the button below. If the price has expired by then, you see the new one before you decide.',
      button: 'Open my quote',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Your shipping kit and what happens next{% else %}We look forward to your visit{% endif %}',
      body: '{% if channel == "mail_in" %}Your offer is confirmed. Print the attached kit: page 1 shows how to pack and how to sign out of your account, page 2 is the label.\n\nPlease send your parcel by {{ due_at | day }}. We mail you as soon as it arrives.{% else %}Your offer is confirmed. We expect you {% if visit_on %}on {{ visit_on }}{% endif %} at {{ store }}.\n\nBring the device, its charger if you have it, and an identity document. Sign out of your account first, so that we can check the device at once.{% endif %}',
      button: 'See my offer',
    },
    offer_expired: {
      subject: 'Your offer has lapsed',
      body: '{% if channel == "mail_in" %}We have not seen your parcel by the agreed day, so the offer has lapsed. If you sent it after all, do not worry: we receive it and mail you.{% else %}We did not see you by the agreed day, so the offer has lapsed.{% endif %}\n\nYou can take it up again any time; if the price has changed, you see it first.',
      button: 'Take it up again',
    },
    ship_reminder: {
      subject: 'Do not forget your parcel: {{ total | money }} is waiting',
      body: 'We have not seen your parcel yet. Please hand it in by {{ due_at | day }}, so that your price stays locked.\n\nIs it on its way already? Then you can ignore this mail.',
      button: 'Print the kit again',
    },
    visit_reminder: {
      subject: 'Your visit to {{ store }}',
      body: 'Your offer is waiting for you at {{ store }}. Please come by {{ due_at | day }}, so that your price stays locked.',
      button: 'See my offer',
    },
    cancelled: {
      subject: 'Your offer is cancelled',
      body: 'Your offer is cancelled{% if reason %}: {{ reason }}{% endif %}. You owe us nothing. Should a parcel arrive all the same, we send it back to you.',
      button: 'See my offer',
    },
    in_transit: {
      subject: 'Your parcel is on its way',
      body: 'The carrier has your parcel{% if tracking %} (number {{ tracking }}){% endif %}. We mail you when it arrives.',
      button: 'Follow my offer',
    },
    delivered: {
      subject: 'Your parcel has reached our door',
      body: 'The carrier says your parcel was delivered. We open and check it next, usually on the same working day.',
      button: 'Follow my offer',
    },
    delayed: {
      subject: 'Your parcel seems to be delayed',
      body: 'The carrier reports trouble with your parcel{% if tracking %} (number {{ tracking }}){% endif %}, or has been silent for a while. We have asked them, and mail you what we learn. Please keep your proof of posting.',
      button: 'Follow my offer',
    },
    received: {
      subject: 'We have your device',
      body: 'Your device has arrived and is on our bench. First we check its number and whether it is signed out of your account, then we test it.\n\nYou hear from us within a few working days.',
      button: 'Follow my offer',
    },
    inspection_passed: {
      subject: 'Inspection passed',
      body: 'Your device is as you described it. The price stays as agreed.',
      button: 'Follow my offer',
    },
    revised_offer: {
      subject: 'Please look: our offer for your device has changed',
      body: 'We found something that differs from your description{% if reason %}: {{ reason }}{% endif %}. On your page you see both side by side, with photos and the new price.\n\nYou decide: accept it, or decline and get your device back free of charge. Please answer by {{ due_at | day }}.',
      button: 'See the offer and answer',
    },
    revised_offer_reminder: {
      subject: 'We are waiting for your answer',
      body: 'Our changed offer is still open. Accept it, or decline and get your device back. Please answer by {{ due_at | day }}.',
      button: 'See the offer and answer',
    },
    revised_offer_accepted: {
      subject: 'Thank you, the new price is agreed',
      body: 'The new price is agreed. We prepare your payout now.',
      button: 'Follow my offer',
    },
    revised_offer_declined: {
      subject: 'Your device comes back to you',
      body: 'The changed offer was not accepted, so your device comes back to you, free of charge. We mail you when it leaves us.',
      button: 'Follow my offer',
    },
    on_hold_general: {
      subject: 'We have a question about your device',
      body: 'Your device is with us, and something has to be settled before we can go on. A colleague is looking at it and contacts you if we need anything from you.',
      button: 'Follow my offer',
    },
    on_hold_activation_lock: {
      subject: 'Please sign your device out of your account',
      body: 'Your device is still tied to your account, so nobody else can use it and we cannot test it.\n\nYou can remove it from afar: sign in to your account on the web, choose the device and remove it. Your page explains it step by step. Then tell us there.',
      button: 'How to remove the lock',
    },
    on_hold_proof_of_purchase: {
      subject: 'Please send us your proof of purchase',
      body: 'Your device is with us, thank you for sending it so well packed. For some recent devices we check ownership before we pay. It protects people whose devices were stolen, and it does not mean that we suspect you.\n\nAny of these will do: invoice, receipt, order confirmation, carrier contract or insurance paper. A photo is fine.',
      button: 'Open my offer',
    },
    hold_reminder: {
      subject: 'We still need something from you',
      body: 'We are still waiting for your answer, and your device is waiting with us. Your page shows what is missing.',
      button: 'See what is missing',
    },
    hold_released: {
      subject: 'Solved: we go on with your device',
      body: 'What held your device up is settled. We go on where we stopped.',
      button: 'Follow my offer',
    },
    payout_ready: {
      subject: 'All good: we prepare your payout of {{ total | money }}',
      body: 'Your device is checked and the price is agreed. We pay {{ total | money }} by {{ method | word }}{% if account %} ({{ account }}){% endif %}, usually on the next working day.',
      button: 'Follow my offer',
    },
    payout_submitted: {
      subject: 'Your payout is on its way',
      body: 'We have handed over your payout of {{ total | money }} ({{ method | word }}{% if account %}, {{ account }}{% endif %}). It should reach you within one to three working days.',
      button: 'Follow my offer',
    },
    payout_failed: {
      subject: 'Your payout came back: please check your details',
      body: 'Our payment of {{ total | money }} came back. Most often a digit of the account is wrong. Please check and correct your details; we pay again at once.',
      button: 'Correct my details',
    },
    paid: {
      subject: 'Paid: {{ total | money }}',
      body: 'We have paid {{ total | money }} by {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% if transaction %}\n\nPayment reference: {{ transaction }}{% endif %}\n\nThank you for giving your device a second life.',
      button: 'See my offer',
    },
    withdrawn: {
      subject: 'You get your device back',
      body: 'As you asked, we stop here and give your device back, free of charge. We mail you when it leaves us, or you collect it in the store.',
      button: 'Follow my offer',
    },
    sent_back: {
      subject: 'Your device has left us',
      body: '{% if tracking %}Your device is on its way back to you with {{ carrier }}, number {{ tracking }}.{% else %}Your device was handed back to you. Thank you for your visit.{% endif %}',
      button: 'See my offer',
    },
    link_code: {
      subject: '{{ code }} is your code',
      body: 'Your code is {{ code }}. It works for ten minutes, on the page that asked for it. We never ask for it by phone. If you did not ask for a code, you can ignore this mail.',
    },
    new_link: {
      subject: 'Your link',
      body: 'Here is a fresh link to your offer. It works for you alone: please do not pass it on.',
      button: 'Open my offer',
    },
  },
};

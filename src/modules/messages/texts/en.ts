/** English. */
import type { Words } from './words.ts';

export const EN: Words = {
  words: {
    hello: 'Hello',
    regards: 'Kind regards,',
    reference: 'Your reference',
    questions: 'Questions? We are happy to help:',
    to_follow: 'price to follow',
    bank: 'by bank transfer',
    paypal: 'by PayPal',
    store_credit: 'as store credit',
    cash: 'in cash',
  },
  texts: {
    quote_made: {
      subject:
        '{% if total %}Our offer: {{ total | money }} for your {{ count | one_or_many: "device", "devices" }}{% else %}We are working on your quote{% endif %}',
      body: '{% if total %}Thank you for asking. Here is what we offer for what you want to sell: {{ total | money }}{% if count > 1 %} in total{% endif %}.{% if valid_until %} The price is locked until {{ valid_until | day }}.{% endif %}{% if unpriced > 0 %}\n\nFor part of it we have no price yet. A colleague has a look and mails you one, usually within one working day.{% endif %}\n\nPlease tell us how your {{ count | one_or_many: "device gets", "devices get" }} to us and how you would like to be paid. It takes about a minute.{% else %}Thank you for asking. A colleague has a look at what you want to sell and mails you a price, usually within one working day. Until then you need not do anything.{% endif %}',
      button: 'See my offer',
    },
    quote_reminder: {
      subject: 'Our offer{% if total %} of {{ total | money }}{% endif %} is still waiting for you',
      body: 'You asked us for a price and have not confirmed it yet.{% if valid_until %} It is locked until {{ valid_until | day }}.{% endif %}\n\nHave you changed your mind? Then you need not do anything.',
      button: 'Go on with my offer',
    },
    quote_abandoned: {
      subject: 'We have set your quote aside',
      body: 'We have not heard from you again, so we have set your quote aside. You can still take it up with the button below. If the price has expired by then, you see the new one first.',
      button: 'Open my quote',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Your shipping kit and what happens next{% else %}We look forward to your visit{% endif %}',
      body: '{% if channel == "mail_in" %}Thank you, your offer is confirmed. Please print the attachment: page 1 shows how to pack and how to sign out of your account, page 2 is the label.\n\nPlease send your parcel{% if due_at %} by {{ due_at | day }}{% else %} soon{% endif %}. We mail you as soon as it is here.{% else %}Thank you, your offer is confirmed. We look forward to your visit{% if visit_on %} on {{ visit_on | weekday }}{% endif %}{% if store %} at {{ store }}{% endif %}.\n\nPlease bring {{ count | one_or_many: "the device", "the devices" }}, a charger if you have one, and an identity document. Sign out of your account first, so that we can check everything at once.{% endif %}',
      button: 'See my offer',
    },
    offer_expired: {
      subject: 'Your offer has lapsed',
      body: '{% if channel == "mail_in" %}We have not seen your parcel by the agreed day, so the offer has lapsed. Have you sent it after all? Do not worry: we receive it and mail you.{% else %}We did not see you by the agreed day, so the offer has lapsed.{% endif %}\n\nYou can take it up again at any time. If the price has changed, you see that first.',
      button: 'Take it up again',
    },
    ship_reminder: {
      subject: 'Do not forget your parcel{% if total %}: {{ total | money }} is waiting for you{% endif %}',
      body: 'We have not seen your parcel yet. Please hand it in{% if due_at %} by {{ due_at | day }}{% else %} soon{% endif %}, so that your price stays locked.\n\nIs it on its way already? Then you can ignore this mail.',
      button: 'Print the kit again',
    },
    visit_reminder: {
      subject: 'Your visit{% if store %} to {{ store }}{% endif %}',
      body: 'Your offer is waiting for you{% if store %} at {{ store }}{% endif %}. Please visit us{% if due_at %} by {{ due_at | day }}{% else %} soon{% endif %}, so that your price stays locked.',
      button: 'See my offer',
    },
    cancelled: {
      subject:
        '{% if move == "declare_lost" %}Your parcel seems to be lost{% else %}Your offer is cancelled{% endif %}',
      body: '{% if move == "declare_lost" %}We are sorry: the carrier cannot find your parcel, so we have closed the offer. Please keep your proof of posting and get in touch with us, we help you with the claim. Should the parcel turn up after all, we mail you at once.{% else %}Your offer is cancelled{% if reason %}: {{ reason }}{% endif %}. You owe us nothing.{% if channel == "mail_in" %} Should a parcel arrive all the same, we send it back to you.{% endif %}{% endif %}',
      button: 'See my offer',
    },
    in_transit: {
      subject: 'Your parcel is on its way',
      body: 'The carrier has your parcel{% if tracking %} (number {{ tracking }}){% endif %}. We mail you when it reaches us.',
      button: 'Follow my offer',
    },
    delivered: {
      subject: 'Your parcel has reached our door',
      body: 'The carrier says that your parcel was delivered. We open and check it next, usually on the same working day.',
      button: 'Follow my offer',
    },
    delayed: {
      subject: 'Your parcel seems to be delayed',
      body: 'The carrier reports trouble with your parcel{% if tracking %} (number {{ tracking }}){% endif %}, or has been silent for a while. We are asking them, and mail you what we learn. Please keep your proof of posting.',
      button: 'Follow my offer',
    },
    received: {
      subject: 'We have your {{ count | one_or_many: "device", "devices" }}',
      body: '{% if going_back %}Your parcel has arrived, but this offer was cancelled already. So we send your {{ count | one_or_many: "device", "devices" }} back to you free of charge, and mail you when the parcel leaves.\n\nWould you rather sell after all? Just reply to this mail.{% else %}{% if channel == "mail_in" %}Your {{ count | one_or_many: "device has", "devices have" }} arrived safely.{% else %}Thank you for your visit. Your {{ count | one_or_many: "device is", "devices are" }} with us now.{% endif %} First we check the number and whether {{ count | one_or_many: "it", "each" }} is signed out of your account, then we test.\n\n{% if channel == "mail_in" %}You hear from us within a few working days.{% else %}We tell you the result as soon as we have it.{% endif %}{% endif %}',
      button: 'Follow my offer',
    },
    inspection_passed: {
      subject: 'Inspection passed',
      body: 'Good news: your {{ count | one_or_many: "device is as you described it", "devices are as you described them" }}. The price stays as agreed.',
      button: 'Follow my offer',
    },
    revised_offer: {
      subject: 'Please look: our offer for your {{ count | one_or_many: "device", "devices" }} has changed',
      body: 'We found something that differs from your description. You see both side by side, with photos, on your page.{% assign told = false %}{% for r in revision %}\n\n{{ r.title }}{% for d in r.differences %}\n{{ d.question }}: you told us “{{ d.told }}”, we found “{{ d.found }}”{% endfor %}\nWhy: {{ r.reasons | join: "; " }}{% if r.note %}\nOur note: {{ r.note }}{% endif %}\n{% if r.old_price %}Our price was {{ r.old_price | money }}. {% endif %}The new price is {{ r.price | money }}.{% assign told = true %}{% endfor %}{% if reason and told != true %}\n\n{{ reason }}{% endif %}\n\nYou decide: accept it, or decline and get your {{ count | one_or_many: "device", "devices" }} back free of charge. If you see it differently, somebody else inspects it again.{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Please answer by {{ until | day }}.{% if quiet == "send_back" %} If we hear nothing by then, we send it back to you.{% elsif quiet == "accept" %} If we hear nothing by then, the new price counts as agreed and we pay you.{% elsif quiet == "hold" %} If we hear nothing by then, we keep it safe and get in touch with you.{% endif %}{% endif %}',
      button: 'See the offer and answer',
    },
    revised_offer_reminder: {
      subject: 'We are waiting for your answer',
      body: 'Our changed offer is still open. Accept it, or decline it and get your {{ count | one_or_many: "device", "devices" }} back free of charge.{% for r in revision %}\n\n{{ r.title }}: {{ r.price | money }}{% endfor %}\n\n{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Please answer by {{ until | day }}.{% if quiet == "send_back" %} If we hear nothing by then, we send it back to you.{% elsif quiet == "accept" %} If we hear nothing by then, the new price counts as agreed and we pay you.{% elsif quiet == "hold" %} If we hear nothing by then, we keep it safe and get in touch with you.{% endif %}{% endif %}',
      button: 'See the offer and answer',
    },
    revised_offer_accepted: {
      subject: 'Thank you, the new price is agreed',
      body: 'The new price is agreed. We prepare your payout now.',
      button: 'Follow my offer',
    },
    revised_offer_declined: {
      subject: 'You get your {{ count | one_or_many: "device", "devices" }} back',
      body: 'The changed offer was not accepted, so your {{ count | one_or_many: "device comes", "devices come" }} back to you free of charge. {% if channel == "mail_in" %}We mail you when the parcel leaves.{% else %}You can collect {{ count | one_or_many: "it", "them" }} in the store.{% endif %}',
      button: 'Follow my offer',
    },
    on_hold_general: {
      subject: 'We have to settle something first',
      body: 'Before we can go on with your offer, something has to be settled. A colleague is looking at it and contacts you if we need anything from you.',
      button: 'Follow my offer',
    },
    on_hold_activation_lock: {
      subject: 'Please sign your {{ count | one_or_many: "device", "devices" }} out of your account',
      body: 'Your {{ count | one_or_many: "device is", "devices are" }} still linked to your account. Nobody else can use {{ count | one_or_many: "it", "them" }}, and we cannot test.\n\nYou can remove the lock from afar: sign in to your account on the web, choose the device and remove it. Your page explains it step by step. Please tell us there when it is done.{% if reason %}\n\nOur colleague adds: {{ reason }}{% endif %}',
      button: 'How to remove the lock',
    },
    on_hold_proof_of_purchase: {
      subject: 'Please send us your proof of purchase',
      body: 'We have your {{ count | one_or_many: "device", "devices" }}.{% if channel == "mail_in" %} Thank you for following the shipping instructions so well!{% endif %} For some recent devices we check ownership before we pay. It is a standard check and nothing to worry about: it protects people whose devices were stolen, and it does not mean that we suspect you.\n\nAny of these will do: invoice, receipt, order confirmation, carrier contract or insurance paper. A photo is fine. The sooner we have it, the sooner we can pay you.{% if reason %}\n\nOur colleague adds: {{ reason }}{% endif %}',
      button: 'Send my proof of purchase',
    },
    on_hold_question: {
      subject: 'We have a question about your {{ count | one_or_many: "device", "devices" }}',
      body: 'Before we can go on with your offer we need something from you{% if topic %}: {{ topic }}{% endif %}.{% if reason %}\n\n{{ reason }}{% endif %}\n\nYour page shows what it is about. You can answer there, or simply reply to this mail.',
      button: 'Answer now',
    },
    hold_reminder: {
      subject: 'We still need something from you',
      body: 'We are still waiting for your answer before we can go on. Your page shows what is missing. Is anything unclear? Just reply to this mail.',
      button: 'See what is missing',
    },
    second_inspection: {
      subject: 'We inspect your {{ count | one_or_many: "device", "devices" }} again',
      body: 'You see it differently, so somebody else inspects your {{ count | one_or_many: "device", "devices" }} afresh, without seeing the first result. Our last offer is off until that is done; you then hear from us, whatever is found.',
      button: 'Follow my offer',
    },
    device_refused: {
      subject: 'We send your {{ count | one_or_many: "device", "devices" }} back',
      body: 'We cannot buy your {{ count | one_or_many: "device", "devices" }}, so {{ count | one_or_many: "it comes", "they come" }} back to you.\n\n{% if channel == "mail_in" %}You get a mail when the parcel leaves.{% else %}You can pick {{ count | one_or_many: "it", "them" }} up in the store.{% endif %} Is something not right? Just reply to this mail.',
      button: 'Follow my offer',
    },
    hold_released: {
      subject: 'Settled: we go on with your {{ count | one_or_many: "device", "devices" }}',
      body: 'What held us up is settled. We go on where we stopped.',
      button: 'Follow my offer',
    },
    payout_ready: {
      subject: 'All good: we prepare your payout{% if total %} of {{ total | money }}{% endif %}',
      body: 'Your {{ count | one_or_many: "device is", "devices are" }} checked and the price is agreed.{% if total %} We pay you {{ total | money }}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}{% if method == "bank" or method == "paypal" %}, usually on the next working day{% endif %}.{% endif %}',
      button: 'Follow my offer',
    },
    payout_submitted: {
      subject: 'Your payout is on its way',
      body: 'We have given the order for your payout{% if total %} of {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}. It should reach you within one to three working days.',
      button: 'Follow my offer',
    },
    payout_failed: {
      subject: 'Your payout came back: please check your details',
      body: 'Our payment{% if total %} of {{ total | money }}{% endif %} came back. Most often a digit of the account is wrong. Please check and correct your details; then we pay again at once.',
      button: 'Correct my details',
    },
    payout_details_changed: {
      subject: 'Your payout details were changed',
      body: 'The payout details of your offer were changed just now.{% if method %} We now pay you {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% endif %}\n\nWas it you? Then you need not do anything.\n\nWas it not you? Reply to this mail or call us at once, so that we can stop the payout. We never ask for your code or your account by phone.',
    },
    paid: {
      subject: 'Paid{% if total %}: {{ total | money }}{% endif %}',
      body: 'We have paid you{% if total %} {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}.{% if transaction %}\n\nPayment reference: {{ transaction }}{% endif %}\n\nThank you for giving your {{ count | one_or_many: "device", "devices" }} a second life.',
      button: 'See my offer',
    },
    withdrawn: {
      subject: 'You get your {{ count | one_or_many: "device", "devices" }} back',
      body: 'As you asked, we stop here and give your {{ count | one_or_many: "device", "devices" }} back free of charge. {% if channel == "mail_in" %}We mail you when the parcel leaves.{% else %}You can collect {{ count | one_or_many: "it", "them" }} in the store.{% endif %}',
      button: 'Follow my offer',
    },
    sent_back: {
      subject:
        '{% if tracking %}Your {{ count | one_or_many: "device is", "devices are" }} on the way back to you{% else %}You have your {{ count | one_or_many: "device", "devices" }} back{% endif %}',
      body: '{% if tracking %}Your {{ count | one_or_many: "device is", "devices are" }} on the way back to you{% if carrier %} with {{ carrier }}{% endif %}, number {{ tracking }}.{% else %}We have handed your {{ count | one_or_many: "device", "devices" }} back to you. Thank you for your visit.{% endif %}\n\nWe would be glad to see you again.',
      button: 'See my offer',
    },
    link_code: {
      subject: '{{ code }} is your code',
      body: 'Your code is {{ code }}. It works for ten minutes, on the page that asked for it. We never ask for it by phone. If you did not ask for a code, you can ignore this mail.',
    },
    new_link: {
      subject: 'Your new link',
      body: 'Here is a fresh link to your offer. It works for you alone: please do not pass it on.',
      button: 'Open my offer',
    },
  },
};

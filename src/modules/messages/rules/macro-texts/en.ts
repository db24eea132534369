/** English macros. */
import type { MacroWords } from './words.ts';

export const EN_MACROS: MacroWords = {
  device_received: {
    name: 'We received your device',
    subject: 'We have your {{ count | one_or_many: "device", "devices" }}',
    body: 'Good news: your {{ count | one_or_many: "device has", "devices have" }} arrived safely:{% for device in devices %}\n- {{ device.title }}{% endfor %}\n\nWe check and test next, and write to you as soon as we know more. Until then you need not do anything.',
  },
  sorry_for_delay: {
    name: 'Sorry for the delay',
    subject: 'Sorry that this takes longer than usual',
    body: 'We are sorry: this takes longer than you may expect from us. Your {{ count | one_or_many: "device is", "devices are" }} not forgotten, and we are working on it.\n\nWe write to you as soon as there is news. You can always see where we are on your page.',
  },
  sign_out_and_reset: {
    name: 'Please sign out and reset',
    subject: 'Please sign out of your account and reset the {{ count | one_or_many: "device", "devices" }}',
    body: 'Before we can go on, your {{ count | one_or_many: "device has", "devices have" }} to be signed out of your account. Otherwise nobody else can use {{ count | one_or_many: "it", "them" }}.\n\n- iPhone or iPad: sign in at icloud.com/find, choose the device, erase it and remove it from your account.\n- Android: sign in to your Google account on the web, open Security, then Your devices, choose the device and sign it out. On the device itself: remove the account in the settings, then reset it.\n\nPlease make sure first that you have a copy of everything you want to keep. Tell us when it is done: just reply to this mail.',
  },
  more_information: {
    name: 'We need a little more information',
    subject: 'We need a little more information',
    body: 'Before we can go on, we need a little more information from you:\n\n- …\n\nJust reply to this mail. Pictures are fine as attachments.',
  },
  where_is_my_payout: {
    name: 'Where is my payout?',
    subject: 'About your payout',
    body: 'You asked about your payout{% if total %} of {{ total | money }}{% endif %}.{% if method %} You chose to be paid {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% endif %}{% if method == "bank" %} Once we have given the order, banks usually need one to three working days, and weekends and public holidays do not count.{% endif %}\n\nYour page shows whether the payout is on its way. Has it not arrived after that time, or is something not right? Please reply to this mail, and we find out.',
  },
};

/** English. */
import type { KitWords } from '../wording.ts';

export const EN: KitWords = {
  title: 'Get your parcel ready',
  reference: 'Reference',
  shipBy: 'Please send it by {date}',
  shipByNote: 'Hand it in by that day and our price stands, as long as everything is as you described it.',
  inside: 'What goes into the parcel',
  insideNote: 'Please send only what is on this list, and keep cases and cables unless they are listed.',
  backUp: {
    title: 'Save what you want to keep',
    body: 'Back up photos, contacts and messages, or move them to your new device. What is on the device when it reaches us is erased for good.',
  },
  signOut: {
    title: 'Sign out and erase',
    body: 'A device that is still linked to an account cannot be used by anyone else, so we can only pay once it is signed out.',
  },
  systems: {
    apple: {
      name: 'iPhone and iPad',
      how: 'Settings › your name › Sign Out, and enter your password: this switches off Find My. Then Settings › General › Transfer or Reset › Erase All Content and Settings. Will it not switch on? Remove it at icloud.com/find.',
    },
    apple_watch: {
      name: 'Apple Watch',
      how: 'On your iPhone: Watch app › All Watches › info button › Unpair Apple Watch, and enter your password. This signs out and erases the watch.',
    },
    mac: {
      name: 'Mac',
      how: 'System Settings › General › Transfer or Reset › Erase All Content and Settings. This signs you out of your Apple Account and switches off Find My.',
    },
    samsung: {
      name: 'Samsung phone or tablet',
      how: 'Settings › Accounts and backup › Manage accounts: remove your Samsung account and your Google account. Then Settings › General management › Reset › Factory data reset.',
    },
    android: {
      name: 'Android phone or tablet',
      how: 'Settings › Passwords and accounts: choose your Google account › Remove account. Then Settings › System › Reset options › Erase all data.',
    },
    windows: {
      name: 'Windows laptop',
      how: 'Settings › System › Recovery › Reset this PC › Remove everything. If the drive is encrypted, have your recovery key at hand.',
    },
    watch: {
      name: 'Other watch',
      how: 'Unpair the watch in the app on your phone, then reset it in the settings of the watch itself.',
    },
  },
  empty: {
    title: 'Take out SIM and memory cards',
    body: 'Delete an eSIM in the settings as well. Cards that are left inside cannot be sent back.',
  },
  pack: {
    title: 'Pack it well',
    body: 'Switch each device off and wrap it in bubble wrap or a soft cloth. Use a firm box, and fill it so that nothing moves when you shake it. Never send a battery that is swollen or damaged: call us first.',
  },
  send: {
    title: 'Stick on the label and send it',
    body: 'Print the last page, stick it flat on the largest side and leave the bars free of tape. Ask for a receipt with a tracking number and keep it until you are paid.',
  },
  next: {
    title: 'What happens next',
    body: 'When your parcel is here, we write to you, check each device and pay the agreed price. If we find something other than you described, we make you a new offer, and you decide. The link in our mails always shows where things stand.',
  },
  questions: 'Questions? We are happy to help.',
  from: 'From',
  to: 'To',
  postage: 'Postage',
  contents: { one: '1 item', many: '{count} items' },
  labelShipBy: 'Send by {date}',
  cut: 'Cut here. The upper half goes on the outside of the parcel.',
  slip: 'Put this half into the parcel',
  slipNote: 'It tells us whose parcel it is, should the label come off.',
  returnTo: 'If a device has to go back to you, we send it to',
};

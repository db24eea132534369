/** English: what stands on every page. */
export const frame = {
  skip: 'Skip to the content',
  language: 'Language',
  back: 'Back',
  continue: 'Continue',
  save: 'Save',
  change: 'Change',
  optional: '(optional)',
  step: 'Step {n} of {of}',
  'error.title': '{count, plural, one {There is a problem} other {There are # problems}}',
  'error.word': 'Error:',
  'footer.sell': 'Sell a device',
  'footer.link': 'Get a new link to your offer',
  'footer.questions': 'Questions?',
  'footer.care': 'We use your details to handle your offer, and for nothing else.',
  'category.phone': 'Phone',
  'category.tablet': 'Tablet',
  'category.laptop': 'Laptop',
  'category.watch': 'Watch',
  'page.notFound': 'This page does not exist',
  'page.notFound.body': 'The address may be mistyped, or the page has moved. Start again below.',
  'page.failed': 'Something went wrong here',
  'page.failed.body':
    'It is our fault, not yours. Nothing you entered is lost: go back and try again in a minute. If it happens again, give us this number: {id}',
  'page.busy': 'A little too fast',
  'page.busy.body':
    'You sent more requests than we can handle for one person. Please wait a minute and try again.',
  'page.privateLink': 'Open your link first',
  'page.privateLink.body':
    'This page belongs to one offer. Open it with the link in our e-mail. No link at hand? We can send you a new one.',
  'refusal.unknown': 'That did not work: {why}',
} as const;

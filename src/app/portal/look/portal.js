// What scripts add to pages that work without them: no double sends, an IBAN checked while typing, live status.
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}');

for (const form of document.forms)
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault();
    if (form.method === 'post') form.dataset.sent = '1';
    for (const button of form.querySelectorAll('.button')) button.setAttribute('aria-disabled', 'true');
  });
// Coming back with the browser's own button must find the form usable.
addEventListener('pageshow', () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('.button')) button.removeAttribute('aria-disabled');
  }
});

const first = document.querySelector('[data-focus]');
first?.focus();

/** The remainder of ISO 7064 mod 97-10 over an IBAN without blanks; 1 means its check digits fit. */
function remainder(iban) {
  let left = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4))
    left = Number(String(left) + String(Number.parseInt(sign, 36))) % 97;
  return left;
}

const iban = document.querySelector('input[name=iban]');
if (iban) {
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  iban.closest('.field').append(said);
  const judge = (done) => {
    const bare = iban.value.replace(/[\s.-]/g, '').toUpperCase();
    const fits = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare) && remainder(bare) === 1;
    const wrong = done && bare.length > 4 && !fits;
    said.className = fits ? 'good' : 'fault';
    said.textContent = fits ? words.good : wrong ? words.wrong : '';
    if (fits) iban.closest('.field').querySelector('.fault[id]')?.remove();
  };
  iban.addEventListener('input', () => judge(false));
  iban.addEventListener('change', () => judge(true));
  if (iban.value) judge(true);
}

// The search shows hits while typing.
const search = document.querySelector('form.search input[name=q]');
const hits = document.getElementById('hits');
if (search && hits) {
  const said = document.createElement('p');
  said.className = 'unseen';
  said.setAttribute('role', 'status');
  hits.before(said);
  let waiting = 0;
  let latest = 0;
  const find = async () => {
    const mine = ++latest;
    const url = new URL(location.href);
    url.searchParams.set('q', search.value);
    url.searchParams.delete('cursor');
    try {
      const page = await (await fetch(url)).text();
      const found = new DOMParser().parseFromString(page, 'text/html').getElementById('hits');
      if (!found || mine !== latest) return;
      hits.replaceChildren(...found.childNodes);
      said.textContent = hits.querySelector('h2')?.textContent ?? '';
    } catch {
      // The button still searches.
    }
  };
  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void find(), 220);
  });
}

// The status page looks again by itself while it is seen.
const live = document.querySelector('[data-live]');
if (live) {
  const look = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.href);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-live]');
      if (!fresh || fresh.dataset.live === live.dataset.live || live.contains(document.activeElement)) return;
      live.dataset.live = fresh.dataset.live;
      live.replaceChildren(...fresh.childNodes);
    } catch {
      // Next time.
    }
  };
  setInterval(() => void look(), 20_000);
  document.addEventListener('visibilitychange', () => void look());
}

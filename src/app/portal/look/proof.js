// Shows which pages were chosen and how far they have come; without it the form is sent as any other.
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}');
const form = document.querySelector('form[data-upload]');
const field = form?.querySelector('input[type=file]');
const list = form?.querySelector('[data-chosen]');
const MOST = 25 * 1024 * 1024;

function line(file) {
  const li = document.createElement('li');
  const isPicture = /^image\/(jpeg|png|webp)$/.test(file.type);
  if (isPicture) {
    const img = document.createElement('img');
    img.alt = '';
    img.width = 64;
    img.height = 64;
    img.src = URL.createObjectURL(file);
    img.addEventListener('load', () => URL.revokeObjectURL(img.src), { once: true });
    li.append(img);
  }
  const size = Math.max(0.1, file.size / 1048576).toFixed(1);
  li.append(` ${file.name} (${size} MB)`);
  if (file.size > MOST) {
    const p = document.createElement('p');
    p.className = 'fault';
    p.textContent = words.large;
    li.append(p);
  }
  return li;
}

if (form && field && list) {
  list.setAttribute('role', 'status');
  const tooLarge = () => [...field.files].some((file) => file.size > MOST);
  field.addEventListener('change', () => list.replaceChildren(...[...field.files].map(line)));
  form.addEventListener(
    'submit',
    (event) => {
      // What is too large is told at once, not after minutes of sending.
      if (!tooLarge()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      field.focus();
    },
    { capture: true },
  );
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented || field.files.length === 0) return;
    event.preventDefault();
    const meter = document.createElement('progress');
    meter.max = 100;
    meter.className = 'meter';
    meter.setAttribute('aria-label', words.sending);
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    said.textContent = words.sending;
    form.append(said, meter);
    const body = new FormData(form, event.submitter);
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      meter.value = Math.round((loaded / total) * 100);
    });
    request.addEventListener('load', () => {
      if (request.status < 400) return location.assign(request.responseURL || location.href);
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      document.title = page.title;
      document.getElementById('main').replaceChildren(...page.getElementById('main').childNodes);
      document.querySelector('[data-focus]')?.focus();
    });
    // The ordinary way, when this one breaks.
    request.addEventListener('error', () => form.submit());
    request.open('POST', location.href);
    request.send(body);
  });
}

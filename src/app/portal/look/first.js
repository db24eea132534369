// The first page's buttons: with the token, fill the demo and show how far it is, or go on to one's own shop.
const form = document.getElementById('begin');
const byId = (id) => document.getElementById(id);

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.errors?.[0]?.message ?? value.detail ?? value.title);
  return value;
}

function complain(words) {
  byId('token-fault').textContent = words;
  byId('token-fault').hidden = words === '';
  byId('token').setAttribute('aria-invalid', String(words !== ''));
  if (words) byId('token').focus();
}

function showPeople({ password, people }) {
  byId('filling').hidden = true;
  byId('ready').hidden = false;
  document.querySelector('h1').textContent = 'Welcome to your demo shop.';
  byId('lead').hidden = true;
  byId('password').textContent = password;
  for (const { role, email } of people) {
    const row = byId('people').insertRow();
    row.insertCell().textContent = role.replaceAll('_', ' ');
    row.insertCell().textContent = email;
  }
  byId('ready').querySelector('h2').focus();
}

async function watch(token) {
  const state = await post('/api/setup/demo/progress', { token });
  byId('done').max = state.of || 500;
  byId('done').value = state.done;
  document.querySelector('label[for=done]').textContent = `${state.done} of ${state.of} offers`;
  if (state.state === 'done') return showPeople(state);
  if (state.state === 'failed') {
    byId('filling').hidden = true;
    form.hidden = false;
    return complain(state.failure ?? 'The demo data could not be made.');
  }
  setTimeout(() => void watch(token).catch(() => setTimeout(() => void watch(token), 2000)), 600);
}

async function begin(way) {
  const token = byId('token').value.trim();
  if (!token) return complain('Copy the token from the terminal first.');
  if (way === 'own') {
    location.href = `/console/setup#token=${encodeURIComponent(token)}`;
    return;
  }
  try {
    complain('');
    await post('/api/setup/demo', { token });
    form.hidden = true;
    byId('filling').hidden = false;
    await watch(token);
  } catch (error) {
    complain(error.message);
  }
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void begin(event.submitter?.value);
});

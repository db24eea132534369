// Opens the code's secret, which stands behind the # so that no log keeps it, and sends photos one by one.
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}');
const secret = document.querySelector('form.opening input[name=token]');
const token = location.hash.slice(1);
if (secret && token) {
  secret.value = token;
  history.replaceState(null, '', location.pathname);
  secret.form.submit();
}

const form = document.querySelector('form.photos');
const field = form?.querySelector('input[type=file]');
if (form && field) {
  const said = form.querySelector('[role=status]');
  const faults = form.querySelector('.refused');
  let sent = Number(said.dataset.sent);
  form.querySelector('button').hidden = true;
  const tell = () => {
    said.textContent = words[sent === 1 ? 'one' : 'many'].replace('#', String(sent));
  };
  const send = async (file) => {
    const body = new FormData();
    body.set('file', file);
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    });
    if (answer.ok) sent += 1;
    else {
      const line = document.createElement('li');
      const why = (await answer.json().catch(() => ({}))).why ?? answer.status;
      line.textContent = `${file.name}: ${why}`;
      faults.append(line);
    }
  };
  const sendAll = async (files) => {
    for (const file of files) {
      said.textContent = words.sending;
      await send(file).catch((error) => {
        const line = document.createElement('li');
        line.textContent = `${file.name}: ${error.message}`;
        faults.append(line);
      });
      tell();
    }
  };
  field.addEventListener('change', () => {
    const files = [...field.files];
    field.value = '';
    faults.replaceChildren();
    void sendAll(files);
  });
}

/** Pieces the steps share. */
import { h } from './dom.ts';
import type { App } from './app.ts';
import type { TextKey } from './texts/en.ts';

/** A list of big buttons. */
export function choices(
  items: readonly { title: string; detail?: string | null; icon?: Node; quiet?: boolean; pick: () => void }[],
): HTMLElement {
  return h(
    'ul',
    { class: 'list' },
    items.map((item) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            class: item.quiet ? 'choice quiet' : 'choice',
            type: 'button',
            part: 'choice',
            onclick: item.pick,
          },
          item.icon,
          h('span', {}, h('b', {}, item.title), item.detail && h('small', {}, item.detail)),
        ),
      ),
    ),
  );
}

export function mainButton(text: string, act: () => void): HTMLElement {
  return h('button', { class: 'main', type: 'button', part: 'button', onclick: act }, text);
}

export function secondButton(text: string, act: () => void): HTMLElement {
  return h('button', { class: 'second', type: 'button', part: 'button-secondary', onclick: act }, text);
}

/** A small "Change" that says of what to those who do not see the line. */
export function changeButton(app: App, what: string, act: () => void): HTMLElement {
  return h(
    'button',
    { class: 'plain', type: 'button', onclick: act },
    app.say('change'),
    h('span', { class: 'unseen' }, `: ${what}`),
  );
}

export type FieldSpec = {
  name: string;
  label: string;
  value: string;
  type?: string;
  autocomplete?: string;
  inputmode?: string;
  optional?: boolean;
  /** Most characters; 200 unless told. */
  max?: number;
  list?: readonly [string, string][];
  /** Looks at what is typed while it is typed: good, wrong, or nothing to say yet. */
  judge?: (value: string) => string | null;
  check: (value: string) => string | null;
};

/** A form of text fields. `done` gets their values once all are sound; faults stand at their field, focus goes to the first. */
export function textForm(
  app: App,
  fields: readonly FieldSpec[],
  before: readonly Node[],
  done: (values: Record<string, string>) => void,
): HTMLElement {
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
    );
    let first: HTMLElement | null = null;
    for (const field of fields) {
      const fault = field.check(values[field.name] ?? '');
      const input = setFault(form, field.name, fault);
      if (fault) first ??= input;
    }
    if (first) first.focus();
    else done(values);
  };
  return h(
    'form',
    { class: 'body', novalidate: true, onsubmit: submit },
    ...before,
    fields.map((field) => fieldOf(app, field)),
    h('button', { class: 'main', type: 'submit', part: 'button' }, app.say('go')),
  );
}

/** Writes what is wrong at a field; gives its control. */
export function setFault(form: ParentNode, name: string, fault: string | null): HTMLElement | null {
  const input = form.querySelector<HTMLElement>(`#f-${name}`);
  const said = form.querySelector(`#e-${name}`);
  if (said) {
    said.textContent = fault ?? '';
    said.className = 'fault';
  }
  if (fault) input?.setAttribute('aria-invalid', 'true');
  else input?.removeAttribute('aria-invalid');
  return input;
}

const FAULTS: Readonly<Record<string, TextKey>> = {
  name: 'nameFault',
  email: 'emailFault',
  phone: 'phoneFault',
  iban: 'ibanFault',
  paypal_email: 'emailFault',
};

/** Shows at its field what the server minds; false when no such field is on the screen. */
export function minded(app: App, field: string, message: string): boolean {
  const name = field.split('.').at(-1) ?? '';
  const known = FAULTS[name];
  const input = /^\w+$/.test(name) ? setFault(app.card, name, known ? app.say(known) : message) : null;
  input?.focus();
  return input !== null;
}

function fieldOf(app: App, field: FieldSpec): HTMLElement {
  const { name, label, value, list, optional } = field;
  const said = h('p', { id: `e-${name}`, class: 'fault', role: field.judge ? 'status' : 'alert' });
  const shared = {
    id: `f-${name}`,
    name,
    autocomplete: field.autocomplete,
    'aria-describedby': `e-${name}`,
    part: 'input',
  };
  const judged = (event: Event) => {
    const text = field.judge?.((event.target as HTMLInputElement).value);
    said.textContent = text ?? '';
    said.className = text ? 'good' : 'fault';
  };
  return h(
    'div',
    { class: 'field' },
    h('label', { for: `f-${name}` }, label, optional && ` ${app.say('optional')}`),
    list
      ? h(
          'select',
          shared,
          list.map(([code, text]) => h('option', { value: code, selected: code === value }, text)),
        )
      : h('input', {
          ...shared,
          type: field.type ?? 'text',
          value,
          inputmode: field.inputmode,
          maxlength: field.max ?? 200,
          ...(field.judge ? { oninput: judged } : {}),
        }),
    said,
  );
}

/** Radio buttons as rows. */
export function radios(
  name: string,
  legend: string,
  options: readonly { value: string; title: string }[],
  value: string,
  pick: (value: string) => void,
): HTMLElement {
  return h(
    'fieldset',
    {},
    h('legend', { class: 'unseen' }, legend),
    options.map((option) =>
      h(
        'label',
        { class: 'choice', part: 'choice' },
        h('input', {
          type: 'radio',
          name,
          value: option.value,
          checked: option.value === value,
          onchange: () => pick(option.value),
        }),
        h('span', {}, h('b', {}, option.title)),
      ),
    ),
  );
}

/** A line with something at its end. */
export function row(left: Node | string, ...right: (Node | string | null | false)[]): HTMLElement {
  return h('div', { class: 'row' }, h('span', {}, left), ...right);
}

/** Pieces of forms: fields with their fault, choices, the list of what is wrong. */
import type { Child } from 'hono/jsx';
import type { Faults } from '../form.ts';
import type { Visit } from '../visit.ts';
import { Forward } from './icons.tsx';

export type FieldProps = {
  readonly visit: Visit;
  readonly name: string;
  readonly label: string;
  readonly value?: string | null;
  readonly hint?: string;
  readonly faults: Faults;
  readonly type?: string;
  readonly autocomplete?: string;
  readonly optional?: boolean;
  readonly inputmode?: 'text' | 'email' | 'tel' | 'numeric';
  readonly short?: boolean;
  readonly maxlength?: number;
  readonly spellcheck?: boolean;
};

/** Says what is wrong, above the control it is about. */
export function FaultOf({ visit, name, faults }: { visit: Visit; name: string; faults: Faults }) {
  const fault = faults[name];
  if (!fault) return null;
  return (
    <p class="fault" id={`${name}-fault`}>
      <span class="unseen">{visit.say('error.word')}</span>
      {fault}
    </p>
  );
}

function describedBy(name: string, hint: string | undefined, faults: Faults): string | undefined {
  const ids = [hint ? `${name}-hint` : '', faults[name] ? `${name}-fault` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** A text field with label, hint and fault. */
export function Field(props: FieldProps) {
  const { visit, name, label, hint, faults, optional } = props;
  return (
    <div class={props.short ? 'field short' : 'field'}>
      <label for={name}>
        {label} {optional ? <i>{visit.say('optional')}</i> : null}
      </label>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <FaultOf visit={visit} name={name} faults={faults} />
      <input
        id={name}
        name={name}
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength ?? 200}
        spellcheck={props.spellcheck ?? false}
        aria-describedby={describedBy(name, hint, faults)}
        aria-invalid={faults[name] ? 'true' : undefined}
        aria-required={optional ? undefined : 'true'}
      />
    </div>
  );
}

/** What is wrong, on top of the page, each a link to its field. It takes the focus. */
export function ErrorSummary({ visit, faults }: { visit: Visit; faults: Faults }) {
  const all = Object.entries(faults);
  if (all.length === 0) return null;
  return (
    <div class="summary tight" role="alert" tabindex={-1} data-focus>
      <h2>{visit.say('error.title', { count: all.length })}</h2>
      <ul>
        {all.map(([name, why]) => (
          <li>
            <a href={`#${name}`}>{why}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A big row that leads on. */
export function ChoiceLink({
  href,
  title,
  detail,
  icon,
  quiet,
  rel,
}: {
  href: string;
  title: string;
  detail?: string | null;
  icon?: Child;
  quiet?: boolean;
  rel?: string;
}) {
  return (
    <li>
      <a class={quiet ? 'choice quiet' : 'choice'} href={href} rel={rel}>
        {icon}
        <span>
          <b>{title}</b>
          {detail ? <small>{detail}</small> : null}
        </span>
        <Forward />
      </a>
    </li>
  );
}

export type Option = {
  readonly value: string;
  readonly title: string;
  readonly detail?: string | null;
  readonly icon?: Child;
  /** Fields that belong to this choice; shown while it is chosen. */
  readonly more?: Child;
};

/** Radio buttons as big rows; `name` is also the id the list of faults leads to. */
export function Choices({
  visit,
  name,
  legend,
  seenLegend,
  options,
  value,
  faults,
}: {
  visit: Visit;
  name: string;
  legend: string;
  seenLegend?: boolean;
  options: readonly Option[];
  value?: string | null;
  faults: Faults;
}) {
  return (
    <fieldset class="group tight" aria-describedby={faults[name] ? `${name}-fault` : undefined}>
      <legend class={seenLegend ? 'legend' : 'unseen'}>{legend}</legend>
      <FaultOf visit={visit} name={name} faults={faults} />
      <div class="choices">
        {options.map((option, i) => (
          <div class="option">
            <label class="choice">
              <input
                type="radio"
                id={i === 0 ? name : `${name}-${option.value}`}
                name={name}
                value={option.value}
                checked={value === option.value}
              />
              {option.icon}
              <span>
                <b>{option.title}</b>
                {option.detail ? <small>{option.detail}</small> : null}
              </span>
            </label>
            {option.more ? <div class="reveal stack">{option.more}</div> : null}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** A notice that things went well, or that one should know. */
export function Notice({ children, fine }: { children: Child; fine?: boolean }) {
  return (
    <div class={fine ? 'note fine' : 'note'} role="status">
      <div>{children}</div>
    </div>
  );
}

/** One of a few, as buttons. */
import moveCss from '../moves/Moves.module.css';

type Choice<V extends string> = {
  label: string;
  value: V | null;
  options: readonly V[];
  names: Record<V, string>;
  onPick: (v: V) => void;
};

export function Choices<V extends string>({ label, value, options, names, onPick }: Choice<V>) {
  return (
    <div>
      <div>{label}</div>
      <div
        className={moveCss.choices}
        role="radiogroup"
        aria-label={label}
        data-missing={value === null || undefined}
      >
        {options.map((o) => (
          <button
            key={o}
            type="button"
            role="radio"
            aria-checked={value === o}
            className={moveCss.choice}
            onClick={() => onPick(o)}
          >
            {names[o]}
          </button>
        ))}
      </div>
    </div>
  );
}

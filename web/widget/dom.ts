/** Elements in one line each. */
type Child = Node | string | number | null | undefined | false;
type Props = Readonly<Record<string, unknown>>;

/** Makes an element: functions are listeners, `true` and texts are attributes, everything empty is left out. */
export function h(
  tag: string,
  props: Props,
  ...children: readonly (Child | readonly Child[])[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string' || typeof value === 'number')
      element.setAttribute(name, String(value));
  }
  for (const child of children.flat())
    if (child || child === 0) element.append(child instanceof Node ? child : String(child));
  return element;
}

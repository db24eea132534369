/**
 * One listener for the whole console. It tells a wedge scanner's burst from a person's typing: keys less than
 * 50 ms apart, six or more, closed by Enter or Tab. A one-key action waits 65 ms, so the first key of a scan
 * never triggers it.
 */
import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;
export type ScanHandler = (code: string) => void;

const GAP_MS = 50;
const WAIT_MS = 65;
const SHORTEST_SCAN = 6;
const ONE_KEY = 'reprise.one-key';

const layers: { current: Keys }[] = [];
const scanners: { current: ScanHandler }[] = [];

let burst = '';
let last = 0;
let field: HTMLInputElement | HTMLTextAreaElement | null = null;
let before = '';
let prefix = '';
let prefixAt = 0;
let waiting: ReturnType<typeof setTimeout> | null = null;

export function oneKeyOn(): boolean {
  return localStorage.getItem(ONE_KEY) !== 'off';
}

export function switchOneKey(on: boolean): void {
  localStorage.setItem(ONE_KEY, on ? 'on' : 'off');
}

function fieldOf(event: KeyboardEvent): HTMLInputElement | HTMLTextAreaElement | null {
  const at = event.target;
  return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at : null;
}

function inControl(event: KeyboardEvent): boolean {
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  if (at instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(at.type);
  return at.isContentEditable || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
}

/** True while a dialog or menu is open: letters then belong to it. */
function covered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

function find(combo: string): ((event: KeyboardEvent) => void) | undefined {
  for (const layer of layers.toReversed()) {
    const act = layer.current[combo];
    if (act) return act;
  }
  return undefined;
}

function runLetter(event: KeyboardEvent): void {
  waiting = null;
  const sequence = performance.now() - prefixAt < 1200 && prefix ? `${prefix} ${event.key}` : event.key;
  prefix = '';
  const act = find(sequence) ?? find(event.key);
  if (act) act(event);
  else if (event.key === 'g') {
    prefix = 'g';
    prefixAt = performance.now();
  }
}

function restore(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const owner =
    input instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(owner, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function letter(event: KeyboardEvent): void {
  const fast = event.timeStamp - last < GAP_MS;
  last = event.timeStamp;
  if (fast) burst += event.key;
  else {
    burst = event.key;
    field = fieldOf(event);
    before = field?.value ?? '';
  }
  if (fast && waiting) {
    clearTimeout(waiting);
    waiting = null;
  }
  if (inControl(event)) return;
  if (fast) {
    event.preventDefault();
    return;
  }
  if (event.key === ' ' || !oneKeyOn() || covered()) return;
  if (find(event.key) || event.key === 'g' || prefix) {
    if (event.key === '/') event.preventDefault();
    waiting = setTimeout(() => runLetter(event), WAIT_MS);
  }
}

function close(event: KeyboardEvent): boolean {
  const code = burst;
  burst = '';
  if (code.length < SHORTEST_SCAN || event.timeStamp - last > 120) return false;
  if (field?.dataset['scan'] === 'here') return false;
  event.preventDefault();
  event.stopPropagation();
  if (field) restore(field, before);
  scanners.at(-1)?.current(code.trim());
  return true;
}

/** True while a seller holds the screen at the counter: no key of theirs works the console behind it. */
function handedOver(): boolean {
  return document.querySelector('#root[inert]') !== null;
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.key === 'Shift' || handedOver()) return;
  if (event.key === 'Enter' || event.key === 'Tab') {
    if (close(event)) return;
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    letter(event);
    return;
  } else burst = '';
  const combo = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.toLowerCase()}`;
  const always = event.ctrlKey || event.metaKey;
  if (!always && (inControl(event) || covered())) return;
  const act = find(combo);
  if (!act) return;
  if (always) event.preventDefault();
  act(event);
}

let installed = 0;
function install(): () => void {
  if (installed === 0) document.addEventListener('keydown', onKey, true);
  installed += 1;
  return () => {
    installed -= 1;
    if (installed === 0) document.removeEventListener('keydown', onKey, true);
  };
}

/** Keys that act while this component is shown; the newest layer wins. `g b` is g, then b; `mod+k` Ctrl or ⌘. */
export function useKeys(keys: Keys): void {
  const held = useRef(keys);
  held.current = keys;
  useEffect(() => {
    layers.push(held);
    const uninstall = install();
    return () => {
      layers.splice(layers.indexOf(held), 1);
      uninstall();
    };
  }, []);
}

/** Who gets a scan; the newest wins, so a bench page takes it from the shell. */
export function useScan(handler: ScanHandler): void {
  const held = useRef(handler);
  held.current = handler;
  useEffect(() => {
    scanners.push(held);
    const uninstall = install();
    return () => {
      scanners.splice(scanners.indexOf(held), 1);
      uninstall();
    };
  }, []);
}

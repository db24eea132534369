/** Where the keyboard goes in a list that somebody edits. */
import { useEffect, useRef } from 'react';

/**
 * Puts the keyboard where it belongs once the list is drawn anew: on what is at fault, else where it was. Gives a
 * function that names the places (element ids), the first that can be used wins.
 */
export function useFocus(drawn: unknown): (...ids: string[]) => void {
  const wanted = useRef<string[]>([]);
  useEffect(() => {
    const places = wanted.current.map((id) => document.getElementById(id));
    wanted.current = [];
    const place = places.find((one) => one && !one.hasAttribute('disabled'));
    const field =
      place?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      place?.querySelector<HTMLElement>('input');
    (field ?? place)?.focus();
  }, [drawn]);
  return (...ids: string[]) => {
    wanted.current = ids;
  };
}

/** Opening hours between the form's text and the API's pairs: `09:30-12:30, 13:30-18:00`. */

const SPAN = /^([01]?\d|2[0-3])[:.]?([0-5]\d)?\s*[-–]\s*([01]?\d|2[0-4])[:.]?([0-5]\d)?$/;

/** Reads a day's text; null when it is not opening hours. An empty text means closed: no spans. */
export function readHours(text: string): [string, string][] | null {
  const parts = text
    .split(',')
    .map((p) => p.trim())
    .filter(Boolean);
  const spans: [string, string][] = [];
  for (const part of parts) {
    const found = SPAN.exec(part);
    if (!found) return null;
    const at = (h: string | undefined, m: string | undefined) =>
      `${(h ?? '0').padStart(2, '0')}:${m ?? '00'}`;
    spans.push([at(found[1], found[2]), at(found[3], found[4])]);
  }
  return spans;
}

export function hoursText(spans: [string, string][] | undefined): string {
  return (spans ?? []).map(([a, b]) => `${a}-${b}`).join(', ');
}

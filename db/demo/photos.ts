/** Pictures for the demo's findings: drawn, not taken, so that nobody's phone and nobody's rights are in them. */
import sharp from 'sharp';

export type Damage = 'cracked_screen' | 'worn_body' | 'fine';

/** A number between 0 and 1 that is always the same for the same n and k. */
function chance(n: number, k: number): number {
  const x = Math.sin(n * 127.1 + k * 311.7) * 43_758.5453;
  return x - Math.floor(x);
}

/** Lines that run out from where it fell, each broken a few times. */
function cracks(n: number): string {
  const [x, y] = [320 + chance(n, 1) * 160, 300 + chance(n, 2) * 420];
  return Array.from({ length: 11 }, (_, line) => {
    const turn = (line / 11) * Math.PI * 2 + chance(n, line) * 0.5;
    const points = [1, 2, 3].map((step) => {
      const far = step * (50 + chance(n, line * 7 + step) * 70);
      const bend = (chance(n, line * 13 + step) - 0.5) * 0.5;
      return `L${(x + Math.cos(turn + bend) * far).toFixed(0)} ${(y + Math.sin(turn + bend) * far).toFixed(0)}`;
    });
    return `<path d="M${x.toFixed(0)} ${y.toFixed(0)} ${points.join(' ')}" stroke="#e8eef2" stroke-opacity="0.85" stroke-width="${2 + (line % 3)}" fill="none"/>`;
  }).join('');
}

function scratches(n: number): string {
  return Array.from({ length: 9 }, (_, at) => {
    const [x, y] = [250 + chance(n, at) * 300, 160 + chance(n, at + 40) * 760];
    return `<path d="M${x.toFixed(0)} ${y.toFixed(0)} l${(20 + chance(n, at + 80) * 50).toFixed(0)} ${(chance(n, at + 90) * 18).toFixed(0)}" stroke="#cfd6da" stroke-opacity="0.7" stroke-width="2"/>`;
  }).join('');
}

/** A phone on the bench as a JPEG of 800 × 1080; always the same for the same n. */
export async function photoOf(n: number, damage: Damage): Promise<Uint8Array> {
  const back = damage === 'worn_body';
  const glass = back ? '#3f4a52' : '#10161a';
  const mark = back
    ? `<circle cx="310" cy="220" r="34" fill="#20282d"/><circle cx="390" cy="220" r="34" fill="#20282d"/>${scratches(n)}`
    : `<rect x="380" y="132" width="56" height="14" rx="7" fill="#000"/>${damage === 'cracked_screen' ? cracks(n) : ''}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1080">
<defs><linearGradient id="bench" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#d9d4c9"/><stop offset="1" stop-color="#bfb8a8"/></linearGradient>
<linearGradient id="glass" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${glass}"/><stop offset="0.6" stop-color="#27323a"/><stop offset="1" stop-color="${glass}"/></linearGradient>
<clipPath id="inside"><rect x="212" y="88" width="376" height="896" rx="46"/></clipPath></defs>
<rect width="800" height="1080" fill="url(#bench)"/>
<g transform="rotate(${((chance(n, 5) - 0.5) * 8).toFixed(1)} 400 540)">
<rect x="206" y="86" width="400" height="920" rx="58" fill="#00000033"/>
<rect x="200" y="76" width="400" height="920" rx="56" fill="#7d868c"/><rect x="212" y="88" width="376" height="896" rx="46" fill="url(#glass)"/><g clip-path="url(#inside)">${mark}</g></g></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer());
}

/** How a device is called wherever it is shown. */
import type { Category } from './questions.ts';

/** Brand and model, the brand only once: `Samsung Galaxy S23`, `Fairphone 4`. */
export function modelTitle(brand: string, model: string): string {
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`;
}

/** The same with the variant: `Apple iPhone 15, 128 GB`. */
export function variantTitle(brand: string, model: string, label: string): string {
  return label === ONLY_VARIANT ? modelTitle(brand, model) : `${modelTitle(brand, model)}, ${label}`;
}

/** The label of a model's only variant, where nothing tells variants apart. */
export const ONLY_VARIANT = 'Standard';

/** `1024` → `1 TB`. */
export function storageLabel(gb: number): string {
  return gb >= 1024 && gb % 1024 === 0 ? `${gb / 1024} TB` : `${gb} GB`;
}

/** The address of a model: `apple-iphone-15`. */
export function modelSlug(brand: string, model: string): string {
  const slug = modelTitle(brand, model)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\+/g, ' plus ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'model';
}

/** The category a list's device type means, or what the name gives away; a phone when nothing does. */
export function readCategory(deviceType: string, name: string): Category {
  const text = `${deviceType} ${name}`.toLowerCase();
  if (/watch/.test(text)) return 'watch';
  if (/laptop|notebook|macbook|thinkpad|chromebook/.test(text)) return 'laptop';
  if (/tablet|\bipad|\btab\b|\bpad\b|matepad|mediapad/.test(text)) return 'tablet';
  return 'phone';
}

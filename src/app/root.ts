/** Where the program's own files are, from the sources as well as from the bundle. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json above this file. */
export function programRoot(): string {
  let at = import.meta.dirname;
  while (!existsSync(join(at, 'package.json'))) {
    const above = dirname(at);
    if (above === at) throw new Error('the program lies in no folder with a package.json');
    at = above;
  }
  return at;
}

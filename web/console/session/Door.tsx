/** The frame of the pages before signing in. */
import type { ReactNode } from 'react';
import { useTexts } from '../texts.tsx';
import css from './Door.module.css';

export function Door({ wide, children, below }: { wide?: boolean; children: ReactNode; below?: ReactNode }) {
  const t = useTexts();
  return (
    <main className={css.door}>
      <div className={`${css.card} ${wide ? css.wide : ''}`}>
        <div className={css.brand}>
          <img src={new URL('../mark.svg', import.meta.url).href} alt="" />
          {t.product}
        </div>
        <div className={css.box}>{children}</div>
        {below}
      </div>
    </main>
  );
}

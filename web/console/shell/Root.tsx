import { Outlet } from '@tanstack/react-router';
import { SayLine } from '../parts/Say.tsx';
import { useTexts } from '../texts.tsx';

/** Below everything: the current page, the place where dialogs and menus float, and the line that says things. */
export function Root() {
  const t = useTexts();
  return (
    <>
      <section id="layer" aria-label={t.layer} />
      <Outlet />
      <SayLine />
    </>
  );
}

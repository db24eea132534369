import { Outlet } from '@tanstack/react-router';
import { SayLine } from '../parts/Say.tsx';

export function Root() {
  return (
    <>
      <Outlet />
      <SayLine />
    </>
  );
}

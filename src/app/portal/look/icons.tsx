/** Our own small drawings. Decoration: the words beside them say the same. */
import type { Child } from 'hono/jsx';

type Size = { readonly size?: number };

function Icon({ size = 24, children }: Size & { children: Child }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const Forward = () => (
  <Icon size={20}>
    <path class="turn" d="m9 5 7 7-7 7" />
  </Icon>
);
export const Backward = () => (
  <Icon size={18}>
    <path class="turn" d="m15 5-7 7 7 7" />
  </Icon>
);
export const Lock = ({ size = 20 }: Size) => (
  <Icon size={size}>
    <rect x="5" y="10.5" width="14" height="10" rx="2.5" />
    <path d="M8 10.5V7.5a4 4 0 0 1 8 0v3" />
  </Icon>
);
export const Check = ({ size = 22 }: Size) => (
  <Icon size={size}>
    <path d="m4.5 12.5 5 5 10-11" />
  </Icon>
);
export const Scales = () => (
  <Icon size={22}>
    <path d="M12 4v16M7 20h10M5 7h14M5 7l-3 7h6L5 7Zm14 0-3 7h6l-3-7Z" />
  </Icon>
);
export const Path = () => (
  <Icon size={22}>
    <circle cx="6" cy="18" r="2.5" />
    <circle cx="18" cy="6" r="2.5" />
    <path d="M8.5 18h6a4 4 0 0 0 0-8H10a2 2 0 0 1 0-4h5.5" />
  </Icon>
);
export const Parcel = () => (
  <Icon size={30}>
    <path d="m12 3 8.5 4.5v9L12 21l-8.5-4.5v-9L12 3Z" />
    <path d="m3.5 7.5 8.5 4.5 8.5-4.5M12 12v9M7.8 5.2l8.5 4.6" />
  </Icon>
);
export const Store = () => (
  <Icon size={30}>
    <path d="M4 10v10h16V10M3 10l2-6h14l2 6M3 10a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0M10 20v-5h4v5" />
  </Icon>
);
export const Bank = () => (
  <Icon size={28}>
    <path d="M3 9.5 12 4l9 5.5M4 20h16M6 10v7M10 10v7M14 10v7M18 10v7" />
  </Icon>
);
export const Wallet = () => (
  <Icon size={28}>
    <path d="M4 7.5A2.5 2.5 0 0 1 6.5 5H18v4M4 7.5V17a3 3 0 0 0 3 3h13V9H6.5" />
    <circle cx="16.5" cy="14.5" r=".8" fill="currentColor" />
  </Icon>
);
export const Gift = () => (
  <Icon size={28}>
    <path d="M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7S10.5 3 8 3.5 8 7 12 7Zm0 0s1.5-4 4-3.5S16 7 12 7Z" />
  </Icon>
);
export const Coins = () => (
  <Icon size={28}>
    <ellipse cx="9" cy="7" rx="5.5" ry="3" />
    <path d="M3.5 7v5c0 1.7 2.5 3 5.5 3M14.5 7v3" />
    <ellipse cx="15" cy="14" rx="5.5" ry="3" />
    <path d="M9.5 14v4c0 1.7 2.5 3 5.5 3s5.5-1.3 5.5-3v-4" />
  </Icon>
);
export const Globe = () => (
  <Icon size={18}>
    <circle cx="12" cy="12" r="9" />
    <path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />
  </Icon>
);
export const Envelope = () => (
  <Icon size={26}>
    <rect x="3" y="5" width="18" height="14" rx="2.5" />
    <path d="m4 7 8 6 8-6" />
  </Icon>
);

/** Silhouettes of what is sold; `size` is the width in pixels. */
export function Device({ category, size = 48 }: Size & { category: string }) {
  const frame = {
    width: size,
    height: size,
    viewBox: '0 0 48 48',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2.5',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
    focusable: 'false',
  } as const;
  switch (category) {
    case 'tablet':
      return (
        <svg {...frame}>
          <rect x="9" y="4" width="30" height="40" rx="5" fill="#fff" />
          <rect x="13.5" y="8.5" width="21" height="29" rx="2" fill="#cfe9e3" stroke="none" />
          <path d="M22 41h4" />
        </svg>
      );
    case 'laptop':
      return (
        <svg {...frame}>
          <rect x="8" y="9" width="32" height="23" rx="3.5" fill="#fff" />
          <rect x="12" y="13" width="24" height="15" rx="1.5" fill="#cfe9e3" stroke="none" />
          <path d="M3 37h42l-3 3.5H6L3 37Z" fill="#fff" />
        </svg>
      );
    case 'watch':
      return (
        <svg {...frame}>
          <path d="m17 13 1.5-9h11L31 13M17 35l1.5 9h11L31 35" fill="#fff" />
          <rect x="12.5" y="12.5" width="23" height="23" rx="7.5" fill="#fff" />
          <rect x="16.5" y="16.5" width="15" height="15" rx="4" fill="#cfe9e3" stroke="none" />
          <path d="M24 20v4l2.5 2" />
        </svg>
      );
    default:
      return (
        <svg {...frame}>
          <rect x="13" y="3.5" width="22" height="41" rx="5.5" fill="#fff" />
          <rect x="17" y="9" width="14" height="28" rx="1.5" fill="#cfe9e3" stroke="none" />
          <path d="M22 41h4" />
        </svg>
      );
  }
}

/** The program's mark. */
export const Mark = ({ size = 34 }: Size) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="9" fill="#0f766e" />
    <path
      d="M21.5 12.5A6.8 6.8 0 1 0 22.8 17"
      fill="none"
      stroke="#fff"
      stroke-width="3"
      stroke-linecap="round"
    />
    <path
      d="M22.6 7.6V13h-5.4"
      fill="none"
      stroke="#f2b45b"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

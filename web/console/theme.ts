import { createTheme } from '@mantine/core';

/** A dialog's heading is a `header` element, which outside of `main` would count as a second banner. */
const PLAIN_HEADER = { header: { role: 'presentation' } };

/**
 * Mantine as the console uses it. Colours live in theme.css. Scroll locking is off because it writes a style
 * element, which the console's content security policy refuses; theme.css stops the page below a dialog instead.
 */
export const theme = createTheme({
  primaryColor: 'teal',
  cursorType: 'pointer',
  focusRing: 'auto',
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // What floats above the page lives in a named part of it (shell/Root.tsx).
    Portal: { defaultProps: { target: '#layer' } },
    Modal: {
      defaultProps: {
        attributes: PLAIN_HEADER,
        lockScroll: false,
        centered: false,
        yOffset: '8dvh',
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
      },
    },
    Drawer: {
      defaultProps: { attributes: PLAIN_HEADER, lockScroll: false, transitionProps: { duration: 120 } },
    },
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        withinPortal: true,
        shadow: 'md',
        transitionProps: { duration: 80 },
      },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        multiline: true,
        maw: 280,
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
});

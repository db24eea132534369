import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../contract/session.ts';
import type { Texts } from '../texts/en.ts';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { firstLocale, keepLocale, loadTexts, SpeechProvider } from './texts.tsx';
import { theme } from './theme.ts';

type Spoken = { locale: Locale; texts: Texts };

function App({ first }: { first: Spoken }) {
  const [spoken, setSpoken] = useState(first);
  const speak = useCallback((locale: Locale) => {
    keepLocale(locale);
    void loadTexts(locale).then((texts) => {
      document.documentElement.lang = locale;
      setSpoken({ locale, texts });
    });
  }, []);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <SpeechProvider value={{ ...spoken, speak }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </SpeechProvider>
    </MantineProvider>
  );
}

const place = document.getElementById('root');
if (!place) throw new Error('the page has no place for the console');
const locale = firstLocale();
const texts = await loadTexts(locale);
document.documentElement.lang = locale;
document.documentElement.dataset['ready'] = '';
createRoot(place).render(
  <StrictMode>
    <App first={{ locale, texts }} />
  </StrictMode>,
);

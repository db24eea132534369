import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { readProblemsAs } from '../client.ts';
import type { Locale } from '../contract/session.ts';
import type { Texts } from '../texts/en.ts';
import { problemInWords } from './parts/refusal.ts';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { firstLocale, keepLocale, loadTexts, SpeechProvider } from './texts.tsx';
import { theme } from './theme.ts';

type Spoken = { locale: Locale; texts: Texts };

function readIn(texts: Texts): void {
  readProblemsAs((problem) => problemInWords(problem, texts.refusals));
}

function App({ first }: { first: Spoken }) {
  const [spoken, setSpoken] = useState(first);
  const speak = useCallback((locale: Locale) => {
    keepLocale(locale);
    void loadTexts(locale).then((texts) => {
      document.documentElement.lang = locale;
      readIn(texts);
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
readIn(texts);
createRoot(place).render(
  <StrictMode>
    <App first={{ locale, texts }} />
  </StrictMode>,
);

/** The end of a long list: a button for the next page, while there is one. */
import { Button } from '@mantine/core';
import { useTexts } from '../texts.tsx';

type Paged = {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
};

export function More({ of }: { of: Paged }) {
  const t = useTexts();
  if (!of.hasNextPage) return null;
  return (
    <Button
      variant="subtle"
      fullWidth
      loading={of.isFetchingNextPage}
      onClick={() => void of.fetchNextPage()}
    >
      {t.words.more}
    </Button>
  );
}

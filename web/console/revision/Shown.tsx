/** A revised offer as its seller sees it: told beside found, why, the photos, old price and new. */
import { Stack, Table } from '@mantine/core';
import type { Difference } from '../../contract/revision.ts';
import type { Money } from '../../contract/session.ts';
import { nameOf } from '../parts/format.ts';
import { Amount } from '../parts/Mark.tsx';
import { useSpeech } from '../texts.tsx';
import css from './Shown.module.css';

export function Differences({ rows }: { rows: Difference[] }) {
  const { texts: t, locale } = useSpeech();
  if (rows.length === 0) return <p className="soft">{t.revision.same}</p>;
  return (
    <Table withTableBorder={false} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.revision.question}</Table.Th>
          <Table.Th>{t.revision.told}</Table.Th>
          <Table.Th>{t.revision.found}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.key}>
            <Table.Th scope="row">{row.question[locale]}</Table.Th>
            <Table.Td>{row.told[locale]}</Table.Td>
            <Table.Td>
              <strong>{row.found[locale]}</strong>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type ShownProps = {
  differences: Difference[];
  reasons: string[];
  note: string | null;
  photos: string[];
  /** The words under photos that have some. */
  captions?: Readonly<Record<string, string>>;
  before: Money | null;
  price: Money | null;
  large?: boolean;
};

export function ShownOffer({
  differences,
  reasons,
  note,
  photos,
  captions = {},
  before,
  price,
  large,
}: ShownProps) {
  const { texts: t } = useSpeech();
  return (
    <Stack gap="sm">
      <Differences rows={differences} />
      {photos.length > 0 ? (
        <div className={css.photos} data-large={large || undefined}>
          {photos.map((id, at) => (
            <figure key={id}>
              <a href={`/api/files/${id}`} target="_blank" rel="noreferrer">
                <img src={`/api/files/${id}?preview=1`} alt={t.revision.photo(at + 1)} loading="lazy" />
              </a>
              {captions[id] ? <figcaption>{captions[id]}</figcaption> : null}
            </figure>
          ))}
        </div>
      ) : null}
      {reasons.length > 0 ? (
        <p>
          <span className="soft">{t.revision.why}:</span>{' '}
          {reasons.map((code) => nameOf(t.revision.reasons, code)).join(' · ')}
        </p>
      ) : null}
      {note ? <p>{note}</p> : null}
      <p className={css.prices} data-large={large || undefined}>
        {before ? (
          <span>
            <span className="soft">{t.revision.before}</span> <Amount value={before} />
          </span>
        ) : null}
        <span>
          <span className="soft">{t.revision.after}</span> <Amount value={price} strong />
        </span>
      </p>
    </Stack>
  );
}

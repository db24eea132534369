/** A revised offer as its seller sees it: told beside found, why, the photos, old price and new. */
import { Group, Stack, Table } from '@mantine/core';
import type { Difference } from '../../contract/revision.ts';
import type { Money } from '../../contract/session.ts';
import { nameOf } from '../parts/format.ts';
import { Amount } from '../parts/Mark.tsx';
import { useSpeech } from '../texts.tsx';

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
  const size = large ? 180 : 88;
  return (
    <Stack gap="sm">
      <Differences rows={differences} />
      {photos.length > 0 ? (
        <Group gap="xs" align="flex-start">
          {photos.map((id, at) => (
            <figure key={id} style={{ margin: 0, width: size, maxWidth: '100%' }}>
              <a href={`/api/files/${id}`} target="_blank" rel="noreferrer">
                <img
                  src={`/api/files/${id}?preview=1`}
                  alt={t.revision.photo(at + 1)}
                  width={size}
                  height={size}
                  loading="lazy"
                  style={{ objectFit: 'cover', borderRadius: 8, display: 'block', maxWidth: '100%' }}
                />
              </a>
              {captions[id] ? (
                <figcaption className={large ? undefined : 'small'} style={{ overflowWrap: 'anywhere' }}>
                  {captions[id]}
                </figcaption>
              ) : null}
            </figure>
          ))}
        </Group>
      ) : null}
      {reasons.length > 0 ? (
        <p>
          <span className="soft">{t.revision.why}:</span>{' '}
          {reasons.map((code) => nameOf(t.revision.reasons, code)).join(' · ')}
        </p>
      ) : null}
      {note ? <p>{note}</p> : null}
      <p style={large ? { fontSize: '1.4rem' } : undefined}>
        {before ? (
          <>
            <span className="soft">{t.revision.before}</span> <Amount value={before} />{' '}
          </>
        ) : null}
        <span className="soft">{t.revision.after}</span> <Amount value={price} strong />
      </p>
    </Stack>
  );
}

/** What the customer sent about a device: papers open large, pictures show themselves. */
import { useTexts } from '../texts.tsx';
import { useCaseFiles } from './hold-data.ts';
import css from './Holds.module.css';

export function Documents({ caseId, itemId }: { caseId: string; itemId: string }) {
  const t = useTexts();
  const files = useCaseFiles(caseId, true);
  const papers = (files.data?.items ?? []).filter(
    (file) => ['proof', 'lock', 'mail'].includes(file.purpose) && (!file.item_id || file.item_id === itemId),
  );
  if (files.isPending) return null;
  return (
    <div>
      <p className="small soft">{papers.length > 0 ? t.holds.documents : t.holds.noDocuments}</p>
      <ul className={css.papers}>
        {papers.map((file) => (
          <li key={file.id}>
            <a href={file.url} target="_blank" rel="noreferrer" aria-label={t.holds.open(file.name)}>
              {file.preview_url ? <img src={file.preview_url} alt="" loading="lazy" /> : <span>PDF</span>}
              <span className="small">{file.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

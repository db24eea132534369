/** The grade that the results ask for, with the checks that made it so. */
import { useQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { ChecklistBody, Suggestion } from '../../contract/inspection.ts';
import { useSpeech, useTexts } from '../texts.tsx';

type SuggestedProps = {
  inspectionId: string;
  list: ChecklistBody;
  /** Changes with every save, so that the suggestion is asked for anew. */
  saves: number;
};

export function Suggested({ inspectionId, list, saves }: SuggestedProps) {
  const t = useTexts();
  const { locale } = useSpeech();
  const { data } = useQuery({
    queryKey: ['suggestion', inspectionId, saves],
    queryFn: ({ signal }) =>
      get<Suggestion>(`/api/inspections/${inspectionId}/suggestion`, undefined, signal),
    placeholderData: (before) => before,
  });
  if (!data) return null;
  const why = data.because.flatMap((one) => list.checks.find((c) => c.id === one.check)?.label[locale] ?? []);
  const words = t.desk.inspection;
  return (
    <p className="small soft" role="status" data-suggested={data.cosmetic}>
      {t.inspection.suggested(words.grades[data.cosmetic], words.functionals[data.functional])}
      {why.length > 0 ? `. ${t.inspection.because(why.join('; '))}` : ''} ({t.inspection.otherGrade})
    </p>
  );
}

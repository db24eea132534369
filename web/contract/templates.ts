/** What the API sends about the letters' texts. */

export type TemplateLine = { event: string; enabled: boolean; never_silent: boolean; changed: string[] };
export type TemplateWords = { subject: string; body: string };
export type TemplateView = {
  event: string;
  locale: string;
  ours: TemplateWords;
  present: TemplateWords;
  version: number;
  enabled: boolean;
  never_silent: boolean;
  variables: string[];
  versions: (TemplateWords & { version: number; created_by: string | null; created_at: string })[];
};
export type LetterPreview = { subject: string; html: string; text: string };

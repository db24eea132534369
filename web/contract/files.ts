/** What the API sends about files. */

/** A photo of a device, or a paper of a case. */
export type CaseFile = {
  id: string;
  case_id: string;
  item_id: string | null;
  purpose: 'photo' | 'proof' | 'lock' | 'attachment' | 'mail';
  name: string;
  media_type: 'image/jpeg' | 'application/pdf';
  bytes: number;
  width: number | null;
  height: number | null;
  check_id: string | null;
  caption: string | null;
  uploaded_at: string;
  uploaded_by: { kind: string; id: string | null };
  url: string;
  preview_url: string | null;
};

/** A code by which a phone takes photos of one device. */
export type UploadLink = { id: string; url: string; qr_svg: string; expires_at: string };

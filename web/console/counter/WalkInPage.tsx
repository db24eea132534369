export function WalkInPage() {
  return null;
}

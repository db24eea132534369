/** Files that are served as they are, as text in the program. */
declare module '*?raw' {
  const text: string;
  // oxlint-disable-next-line import/no-default-export -- this is how Vite gives the text of a file
  export default text;
}

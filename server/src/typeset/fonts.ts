/** A font file of an npm package, which the build lays into `dist/fonts` under its own name. */
export interface FontFile {
  readonly pkg: string;
  readonly path: string;
}

const face = (pkg: string, family: string, style: string): FontFile => ({
  pkg: `@expo-google-fonts/${pkg}`,
  path: `${style}/${family}_${style}.ttf`,
});

/** The fonts that letters are set in, in the order in which they are tried. */
export const FONT_FILES: readonly FontFile[] = [
  face('tinos', 'Tinos', '400Regular'),
  face('tinos', 'Tinos', '400Regular_Italic'),
  face('tinos', 'Tinos', '700Bold'),
  face('tinos', 'Tinos', '700Bold_Italic'),
];

/** The name of a font file in `dist/fonts`. */
export const fontName = (file: FontFile): string => file.path.slice(file.path.lastIndexOf('/') + 1);

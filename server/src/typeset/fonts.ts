/** A font file of an npm package, which the build lays into `dist/fonts` under its own name. */
export interface FontFile {
  readonly pkg: string;
  readonly path: string;
}

const face = (pkg: string, name: string, style = '400Regular'): FontFile => ({
  pkg: `@expo-google-fonts/${pkg}`,
  path: `${style}/${name}_${style}.ttf`,
});

/** The fonts that letters are set in. */
export const FONT_FILES: readonly FontFile[] = [
  face('tinos', 'Tinos'),
  face('tinos', 'Tinos', '400Regular_Italic'),
  face('tinos', 'Tinos', '700Bold'),
  face('tinos', 'Tinos', '700Bold_Italic'),
  // For names, and for messages that are quoted as they were sent.
  face('markazi-text', 'MarkaziText'),
  face('noto-emoji', 'NotoEmoji'),
  face('noto-sans-symbols', 'NotoSansSymbols'),
];

/**
 * Families tried in turn for each character. No others, and none of the system's: the same letter must have
 * the same pages everywhere.
 */
export const FALLBACK_FAMILIES: readonly string[] = [
  'Tinos',
  'Markazi Text',
  'Noto Emoji',
  'Noto Sans Symbols',
];

/** The name of a font file in `dist/fonts`. */
export const fontName = (file: FontFile): string => file.path.slice(file.path.lastIndexOf('/') + 1);

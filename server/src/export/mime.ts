const encoder = new TextEncoder();

/** An unstructured header value (RFC 2047): as it is where it is short ASCII, else in encoded words, folded. */
export function encodeWords(text: string, indent: number): string {
  if (/^[ -~]*$/.test(text) && !text.includes('=?')) return foldWords(text, indent);
  const out: string[] = [];
  let part = '';
  let size = 0;
  // 45 bytes make 60 characters of base64; with the word's frame that stays within its 75.
  for (const character of text) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > 45 - (out.length === 0 ? Math.ceil((indent * 3) / 4) : 0)) {
      out.push(part);
      part = '';
      size = 0;
    }
    part += character;
    size += bytes;
  }
  return [...out, part].map((word) => `=?utf-8?B?${base64(encoder.encode(word))}?=`).join('\r\n ');
}

/** Lines of at most 78 characters (RFC 5322, 2.2.3), broken before a blank. */
function foldWords(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  let room = 78 - indent;
  for (const word of text.split(/(?= )/)) {
    if (line && line.length + word.length > room) {
      lines.push(line);
      line = '';
      room = 78;
    }
    line += word;
  }
  return [...lines, line].join('\r\n');
}

/** A parameter of a MIME field, with the long form for names that are not ASCII (RFC 2231). */
export function parameter(name: string, value: string): string {
  const plain = value
    .normalize('NFKD')
    .replace(/[^ -~]/g, '')
    .replace(/["\\]/g, '');
  if (plain === value) return `${name}="${value}"`;
  const encoded = [...encoder.encode(value)]
    .map((byte) =>
      /[\w.-]/.test(String.fromCharCode(byte)) && byte < 128
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
  return `${name}="${plain}";\r\n ${name}*=utf-8''${encoded}`;
}

/** RFC 2045, 6.7: lines of at most 76 characters, line ends as CRLF. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => {
      const units = [...encoder.encode(line)].map((byte) =>
        (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      );
      if (units.at(-1) === ' ') units[units.length - 1] = '=20';
      let out = '';
      let length = 0;
      units.forEach((unit, i) => {
        const last = i === units.length - 1;
        if (length + unit.length > (last ? 76 : 75)) {
          out += '=\r\n';
          length = 0;
        }
        out += unit;
        length += unit.length;
      });
      return out;
    })
    .join('\r\n');
}

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

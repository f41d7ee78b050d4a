/**
 * What is used of the native binding (`@myriaddreamin/typst-ts-node-compiler` 0.7.0, index-napi.d.ts). Only
 * the package with this platform's binary is installed: the one with the types wants binaries of the same
 * version for every platform, which the registry does not have.
 */
export interface NodeTypstDocument {
  readonly numOfPages: number;
}

export interface NodeError {
  readonly kind: string;
}

export interface NodeTypstCompileResult {
  readonly result: NodeTypstDocument | null;
  takeError(): NodeError | null;
}

export interface NodeCompiler {
  evictCache(maxAge: number): void;
  mapShadow(path: string, content: Buffer): void;
  unmapShadow(path: string): void;
  compile(options: { mainFilePath: string }): NodeTypstCompileResult;
  fetchDiagnostics(error: NodeError): { message?: unknown }[];
  query(document: NodeTypstDocument, options: { selector: string; field: string }): unknown;
  vector(document: NodeTypstDocument): Buffer;
  pdf(document: NodeTypstDocument, options: { pdfStandard?: string }): Buffer;
}

export interface NodeCompilerClass {
  create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): NodeCompiler;
}

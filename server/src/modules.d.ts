/** The built-in orders, by id, as parsed YAML; made by schemas/orders-plugin.mts. */
declare module 'ex-parte:orders' {
  const orders: Readonly<Record<string, unknown>>;
  export default orders;
}

declare module '*.typ' {
  const source: string;
  export default source;
}

// The bundler puts PyTorch's script into the bundle as text.
declare module '*.py' {
  const text: string;
  export default text;
}

declare module '@mozilla/readability/JSDOMParser.js' {
  /** The small strict DOM that Readability was made with: no entities but XML's, every tag closed. */
  export default class JSDOMParser {
    /** Throws where the markup is not well-formed. */
    parse(html: string, url?: string): Document;
    /** Is told of each fault of the markup; its own says so on standard output. */
    error: (fault: string) => void;
  }
}

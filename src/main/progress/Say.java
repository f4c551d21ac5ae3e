/// Says on standard error what the build is at: Maven that is told to be quiet says nothing itself.
void main(String[] words) {
  System.err.println(String.join(" ", words));
}

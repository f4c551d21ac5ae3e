import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Lets the SDK's clients make the general exception of their service where they would make one of its
/// own for each error code, and leaves those out. The code, the message and the status are the same;
/// but whoever follows the references keeps every exception of every service, which are as large as
/// all the rest of them. Left alone are exceptions that this program names, those that say of
/// themselves whether to try again, and S3, whose client is more than it generates.
///
/// Arguments: the whole jar, and the jar to write.
public final class CutModeledExceptions {
  private static final String SERVICES = "software/amazon/awssdk/services/";
  private static final String CLIENT = SERVICES + "[a-z0-9]+/Default[A-Za-z0-9]+Client\\.class";
  private static final String KEPT = SERVICES + "s3/";
  private static final String OURS = "dev/riexpiry/.*\\.class";

  private final ZipFile whole;
  private final Set<String> cut = new HashSet<>();
  private final Set<String> named = new HashSet<>();

  private CutModeledExceptions(ZipFile whole) {
    this.whole = whole;
  }

  public static void main(String[] args) throws IOException {
    try (ZipFile whole = new ZipFile(args[0]);
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      new CutModeledExceptions(whole).write(to);
    }
  }

  private void write(ZipOutputStream to) throws IOException {
    for (ZipEntry entry : entries()) {
      if (entry.getName().matches(OURS)) {
        for (PoolEntry constant : parse(whole.getInputStream(entry)).constantPool()) {
          if (constant instanceof ClassEntry type) {
            named.add(type.asInternalName());
          }
        }
      }
    }
    Map<String, byte[]> clients = new LinkedHashMap<>();
    for (ZipEntry entry : entries()) {
      if (entry.getName().matches(CLIENT) && !entry.getName().startsWith(KEPT)) {
        clients.put(entry.getName(), client(whole.getInputStream(entry).readAllBytes()));
      }
    }
    for (ZipEntry entry : entries()) {
      String name = entry.getName();
      if (!cut.contains(name.replaceFirst("([$].*)?[.]class$", ""))) {
        to.putNextEntry(new ZipEntry(name));
        to.write(
            clients.containsKey(name)
                ? clients.get(name)
                : whole.getInputStream(entry).readAllBytes());
        to.closeEntry();
      }
    }
  }

  private List<? extends ZipEntry> entries() {
    return whole.stream().toList();
  }

  private byte[] client(byte[] original) {
    ClassFile file =
        ClassFile.of(
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(this::stream)
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .cached()));
    CodeTransform suppliers =
        (builder, element) -> {
          if (element instanceof InvokeDynamicInstruction call && call.name().equalsString("get")) {
            builder.invokedynamic(general(call));
          } else {
            builder.with(element);
          }
        };
    return file.transformClass(
        file.parse(original), ClassTransform.transformingMethodBodies(suppliers));
  }

  private DynamicCallSiteDesc general(InvokeDynamicInstruction call) {
    return DynamicCallSiteDesc.of(
        call.bootstrapMethod(),
        call.name().stringValue(),
        call.typeSymbol(),
        call.bootstrapArgs().stream().map(this::general).toArray(ConstantDesc[]::new));
  }

  private ConstantDesc general(ConstantDesc argument) {
    if (!(argument instanceof DirectMethodHandleDesc handle
        && handle.methodName().equals("builder"))) {
      return argument;
    }
    ClassDesc general = general(handle.owner());
    return MethodHandleDesc.ofMethod(
        handle.kind(), general, "builder", MethodTypeDesc.of(general.nested("Builder")));
  }

  /// The most general exception that is still the service's own; of anything else the thing itself.
  private ClassDesc general(ClassDesc type) {
    String name = nameOf(type);
    InputStream bytes = stream(type);
    if (bytes == null || !name.startsWith(SERVICES) || name.endsWith("Response")) {
      return type;
    }
    ClassModel model = parse(bytes);
    ClassDesc parent = model.superclass().orElseThrow().asSymbol();
    boolean decides =
        model.methods().stream()
            .anyMatch(method -> method.methodName().stringValue().matches("is(Retry|Throttl).*"));
    if (decides || named.contains(name) || !parent.packageName().equals(type.packageName())) {
      return type;
    }
    cut.add(name);
    return general(parent);
  }

  private static String nameOf(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  /// The class as it is in the jar; null if it is not there, as the resolver wants it.
  private InputStream stream(ClassDesc type) {
    try {
      ZipEntry entry = whole.getEntry(nameOf(type) + ".class");
      return entry == null ? null : whole.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassModel parse(InputStream bytes) {
    try (bytes) {
      return ClassFile.of().parse(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
